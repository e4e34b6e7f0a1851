import { ScriptedLlm } from '#providers/llm';
import { EngineUnderTest, passageOf } from '../../testing/replies';
import type { ReplyAttachment } from './replies.types';

const CONTRACT: ReplyAttachment = {
  id: '0197a000-0000-7000-8000-000000000001',
  name: 'lease.txt',
  text: [
    'Lease of the flat in Mill Street',
    'The rent is 940 euros a month and is due on the third working day.',
    'The deposit is 2,820 euros. It is paid back within six weeks after the keys are handed over.',
    'Either side may end the lease with a notice of three months to the end of a month.',
    'Pets are allowed with the written consent of the landlord.',
  ].join('\n\n'),
};
const PICTURE: ReplyAttachment = { name: 'cup.png', mediaType: 'image/png', image: Uint8Array.of(1, 2, 3) };
const HOURS = passageOf('hours', 'Opening hours', 'We are open from 9:00 to 17:00, Monday to Friday.', { score: 0.9 });

class SeeingLlm extends ScriptedLlm {
  override readonly capabilities = { ...new ScriptedLlm().capabilities, images: true };
}

function promptOf(model: ScriptedLlm) {
  const request = model.requests.at(-1);
  return { attachments: request?.attachments, last: request?.messages.at(-1), request };
}

describe('a message with attachments, answered by the built-in model', () => {
  it('is answered from an attached text, which is its source, even when there is no knowledge base', async () => {
    const engine = new EngineUnderTest();
    engine.bases = [];
    const reply = await engine.reply('How much is the deposit?', { attachments: [CONTRACT] });
    expect(reply).toMatchObject({ grounded: true, model: 'extractive' });
    expect(reply.text).toContain('The deposit is 2,820 euros.');
    expect(reply.sources[0]).toMatchObject({
      title: 'lease.txt',
      type: 'attachment',
      documentId: CONTRACT.id,
      id: `${CONTRACT.id}:0`,
    });
    expect(reply.confidence).toBeGreaterThan(0.5);
  });

  it.each(['What is the notice period to end the lease?', 'When is the rent due?', 'Are pets allowed?'])(
    'finds the sentence: %s',
    async (question) => {
      const reply = await new EngineUnderTest().reply(question, { attachments: [CONTRACT] });
      expect(reply.grounded).toBe(true);
      expect(reply.text).toMatch(/three months|third working day|written consent/);
    },
  );

  it('is answered from the knowledge base when the answer stands there', async () => {
    const engine = new EngineUnderTest();
    engine.found = [HOURS];
    const reply = await engine.reply('What are your opening hours?', { attachments: [CONTRACT] });
    expect(reply.text).toContain('9:00');
    expect(reply.sources[0]?.title).toBe('Opening hours');
  });

  it.each(['What is the capital of Peru?', 'How do I descale the machine?', 'Who won the world cup in 1998?'])(
    'says that it does not know what the attachment does not hold: %s',
    async (question) => {
      const reply = await new EngineUnderTest().reply(question, { attachments: [CONTRACT] });
      expect(reply).toMatchObject({ grounded: false, sources: [] });
      expect(reply.confidence).toBeLessThan(0.5);
    },
  );

  it('is answered from the middle of a long text, and other work goes on meanwhile', async () => {
    const chapters = Array.from({ length: 60 }, (_, at) =>
      `Chapter ${at} is about the history of the house and of those who lived in it. `.repeat(12),
    );
    const text = chapters
      .toSpliced(30, 0, 'The caretaker is called Ines Okafor and lives on the ground floor.')
      .join('\n\n');
    let turns = 0;
    const others = setInterval(() => (turns += 1), 0);
    const reply = await new EngineUnderTest().reply('Who is the caretaker?', {
      attachments: [{ name: 'house.md', text }],
    });
    clearInterval(others);
    expect(reply).toMatchObject({ grounded: true, sources: [{ title: 'house.md' }] });
    expect(reply.text).toContain('Ines Okafor');
    expect(turns).toBeGreaterThan(0);
  });

  it('gives a text without a stored file an id of its own', async () => {
    const { id: _, ...text } = CONTRACT;
    const [first] = (await new EngineUnderTest().reply('Are pets allowed?', { attachments: [PICTURE, text] })).sources;
    expect(first?.documentId).toBe('00000000-0000-0000-0000-000000000001');
  });
});

describe('a message with attachments, answered by a generating model', () => {
  it('comes with the attached texts, and speaks freely of them when there is no knowledge base', async () => {
    const model = new ScriptedLlm();
    const engine = new EngineUnderTest([model]);
    engine.bases = [];
    const reply = await engine.reply('Summarize this.', { attachments: [CONTRACT] });
    expect(reply).toMatchObject({ text: 'This is scripted.', grounded: false, sources: [] });
    expect(promptOf(model)).toMatchObject({
      attachments: [{ name: 'lease.txt', text: expect.stringContaining('940 euros') }],
      last: { role: 'user', text: 'Summarize this.' },
    });
  });

  it('is about the attachments when the knowledge has nothing, without guessing', async () => {
    const model = new ScriptedLlm();
    const reply = await new EngineUnderTest([model]).reply('Summarize this.', {
      attachments: [CONTRACT],
      configuration: { answersWithoutKnowledge: false },
    });
    expect(reply.text).toBe('This is scripted.');
    expect(promptOf(model).request).toMatchObject({ passages: [], mayGuess: false });
  });

  it('rests on passages of the attachment that answer it', async () => {
    const model = new ScriptedLlm({ deltas: ['2,820 euros [1].'] });
    const reply = await new EngineUnderTest([model]).reply('How much is the deposit?', { attachments: [CONTRACT] });
    expect(reply).toMatchObject({ grounded: true, sources: [{ title: 'lease.txt' }] });
    expect(promptOf(model).request?.passages[0]?.title).toBe('lease.txt');
  });

  it('is no small talk: a greeting with a file is about the file', async () => {
    const model = new ScriptedLlm();
    const reply = await new EngineUnderTest([model]).reply('hello', { attachments: [CONTRACT] });
    expect(reply.text).toBe('This is scripted.');
    expect(reply.isSmallTalk).toBeUndefined();
  });

  it('shows images to a model that sees them', async () => {
    const model = new SeeingLlm();
    await new EngineUnderTest([model]).reply('What is this?', { attachments: [PICTURE] });
    expect(promptOf(model).attachments).toBeUndefined();
    expect(promptOf(model).last).toEqual({
      role: 'user',
      text: 'What is this?',
      images: [{ mediaType: 'image/png', bytes: Uint8Array.of(1, 2, 3) }],
    });
  });

  it('tells a model that sees none that there is an image', async () => {
    const model = new ScriptedLlm();
    await new EngineUnderTest([model]).reply('What is this?', { attachments: [PICTURE] });
    expect(promptOf(model).attachments).toEqual([{ name: 'cup.png' }]);
    expect(promptOf(model).last).not.toHaveProperty('images');
  });

  it('is answered by the built-in model when none speaks', async () => {
    const model = new ScriptedLlm({ deltas: [] });
    const reply = await new EngineUnderTest([model]).reply('How much is the deposit?', { attachments: [CONTRACT] });
    expect(reply).toMatchObject({ model: 'extractive', grounded: true });
  });

  it('says what it says without attachments when there are none', async () => {
    const model = new ScriptedLlm();
    await new EngineUnderTest([model]).reply('What are your opening hours?', {
      attachments: [],
      configuration: { answersWithoutKnowledge: true },
    });
    expect(promptOf(model).request).not.toHaveProperty('attachments');
  });
});

describe('small talk', () => {
  it('is marked, and nothing else is', async () => {
    const engine = new EngineUnderTest();
    expect((await engine.reply('Hello!')).isSmallTalk).toBe(true);
    expect(await engine.reply('What is the capital of Peru?')).not.toHaveProperty('isSmallTalk');
    engine.found = [HOURS];
    expect(await engine.reply('What are your opening hours?')).not.toHaveProperty('isSmallTalk');
  });

  it('is marked when a model without knowledge answers it', async () => {
    const engine = new EngineUnderTest([new ScriptedLlm()]);
    engine.bases = [];
    expect((await engine.reply('Thank you!')).isSmallTalk).toBe(true);
    expect(await engine.reply('Why is the sky blue?')).not.toHaveProperty('isSmallTalk');
  });
});

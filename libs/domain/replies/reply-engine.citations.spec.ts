import { ScriptedLlm } from '#providers/llm';
import { EngineUnderTest, passageOf } from '#testing/replies';
import type { ReplySource } from './replies.types';

const LEAD =
  'The workshop has been run by the same family for ninety years, and it still stands behind the old station. ';
const GRINDER = 'The Boreas grinder costs 129 euros, with a spare set of burrs and a brush in the box. ';
const MORE = 'It grinds twenty grams of coffee in half a minute, and a little more when the beans are oily. ';
const LAST =
  'A repair in the first two years is free of charge when the receipt is at hand, as with all machines sold here.';
const GRINDERS = passageOf('doc:2', 'Grinders', LEAD + GRINDER + MORE + LAST, {
  documentId: 'doc',
  position: 2,
  section: 'Coffee > Grinders',
  metadata: { page: 7, offset: 5_000 },
});

function quoted({ passage, start, end }: ReplySource): string | undefined {
  return start === undefined ? undefined : passage.slice(start, end);
}

describe('a citation', () => {
  test('of the built-in model tells what is quoted, and where it stands', async () => {
    const under = new EngineUnderTest();
    under.found = [GRINDERS];
    const { text, sources } = await under.reply('How much does the Boreas grinder cost?');
    const [source] = sources as [ReplySource];
    expect(source).toMatchObject({ documentId: 'doc', page: 7, section: 'Coffee > Grinders' });
    expect(source.quote).toBe(quoted(source));
    expect(text).toContain('129 euros');
    expect(source.quote).toContain('129 euros');
    expect(source.documentOffset).toBe(5_000 + (source.start ?? Number.NaN));
  });

  test('has no page where the passage has none, whatever callers call so', async () => {
    const under = new EngineUnderTest();
    under.found = [{ ...GRINDERS, metadata: { page: 'seven' } }];
    const { sources } = await under.reply('How much does the Boreas grinder cost?');
    expect(sources[0]).not.toHaveProperty('page');
    expect(sources[0]).not.toHaveProperty('documentOffset');
  });

  test('of a model is the sentence that supports what cites it', async () => {
    const under = new EngineUnderTest([
      new ScriptedLlm({ name: 'scripted', deltas: ['A repair is free for two years with the receipt. [1]'] }),
    ]);
    under.found = [GRINDERS];
    const { sources } = await under.reply('How much does the Boreas grinder cost?', { stream: false });
    expect(sources.map(({ quote }) => quote)).toEqual([LAST]);
  });

  test('of a model that is read along is the sentence that says most about the question', async () => {
    const under = new EngineUnderTest([new ScriptedLlm({ name: 'scripted', deltas: ['129 euros [1]'] })]);
    under.found = [GRINDERS];
    const { sources } = await under.reply('How much does the Boreas grinder cost?', { stream: true });
    expect(sources.map(({ quote }) => quote)).toEqual([GRINDER.trim()]);
  });
});

describe('the number of sentences', () => {
  test.each([1, 2, 3])('of a reply is %i when the bot wants so many', async (maxSentences) => {
    const under = new EngineUnderTest();
    under.found = [GRINDERS];
    const configuration = { extractive: { maxSentences } };
    const { text } = await under.reply('How much does the Boreas grinder cost?', { configuration });
    expect(text.match(/[.](?: |$)/g)).toHaveLength(maxSentences);
    expect(text).toContain('129 euros');
  });
});

describe('words and vectors', () => {
  test('a model that sees nothing does not take away what words answer well', async () => {
    const under = new EngineUnderTest();
    under.found = [{ ...GRINDERS, vectorProbability: 0.02, score: 0.6 }];
    const { grounded, text } = await under.reply('How much does the Boreas grinder cost?');
    expect([grounded, text]).toEqual([true, expect.stringContaining('129 euros')]);
  });

  test('a model that does not answer leaves the answer to the words, and the reply says so', async () => {
    const under = new EngineUnderTest();
    under.found = [GRINDERS];
    under.shortfalls = [{ reason: 'embedding_unavailable', modelId: 2, message: 'It is down.' }];
    const { grounded, shortfalls } = await under.reply('How much does the Boreas grinder cost?');
    expect([grounded, shortfalls?.length]).toEqual([true, 1]);
  });
});

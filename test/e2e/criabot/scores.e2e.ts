/**
 * Thresholds mean what they say: with the default parameters a bot answers what it was taught, asked in other words, and
 * refuses what it was not; with the built-in models, with an embedding model that knows words only (found out, and not used),
 * and with one that knows what they mean.
 */
import { eventually } from '#testing';
import { OpenAiServer } from '#testing/llm';
import { must, registerTeam, type SharedInstallation, sharedInstallation, WireClient } from '#testing/parley';

const NO_CONTEXT = "Sorry, I'm not sure about that.";

/** Each with the text that answers it and two other ways to ask. */
const KNOWN = [
  {
    text: 'Standard delivery takes 2 to 3 working days. Express delivery takes one working day.',
    asked: ['How long does standard delivery take?', 'How many working days until my standard delivery is here?'],
    holds: '2 to 3',
  },
  {
    text: 'You can return unused goods within 30 days of delivery. Send them back with the label that came with them.',
    asked: ['Within how many days can I return unused goods?', 'How many days do I have to return goods?'],
    holds: '30 days',
  },
  {
    text: 'The workshop in Mill Lane repairs bicycles on Tuesdays and Thursdays, from 10:00 to 18:00.',
    asked: ['On which days does the workshop repair bicycles?', 'When are bicycles repaired in the workshop?'],
    holds: 'Tuesdays',
  },
  {
    text: 'Vouchers are valid for three years from the end of the year in which they were bought.',
    asked: ['For how long are vouchers valid?', 'How many years is a voucher valid?'],
    holds: 'three years',
  },
  {
    text: 'To reset your password, open the login page and choose "Forgot password". You will get a mail with a link.',
    asked: ['How can I reset my password?', 'What must I do to reset the password?'],
    holds: 'Forgot password',
  },
  {
    text: 'We accept credit cards, bank transfer and PayPal. Cheques are not accepted.',
    asked: ['Do you accept credit cards?', 'Are credit cards accepted?'],
    holds: 'credit cards',
  },
  {
    text: 'The museum shop is closed on Mondays and on public holidays.',
    asked: ['When is the museum shop closed?', 'On what day is the museum shop closed?'],
    holds: 'Mondays',
  },
  {
    text: 'Students get a discount of 20 percent on all annual subscriptions.',
    asked: ['What discount do students get?', 'How much discount is there for students on subscriptions?'],
    holds: '20 percent',
  },
  {
    text: 'Invoices are sent by e-mail on the first working day of each month.',
    asked: ['When are invoices sent?', 'On which day of the month are invoices sent by e-mail?'],
    holds: 'first working day',
  },
  {
    text: 'The warranty on batteries is two years; it does not cover damage by water.',
    asked: ['How long is the warranty on batteries?', 'Does the warranty on batteries cover damage by water?'],
    holds: 'two years',
  },
];

const UNRELATED = [
  'Who painted the Mona Lisa?',
  'What is the boiling point of nitrogen?',
  'Which team won the world cup in 1998?',
  'How do I bake sourdough bread?',
  'What is the distance from the Earth to the Moon?',
  'Who wrote War and Peace?',
  'Can you recommend a film for tonight?',
  'What is the capital of Mongolia?',
  'How tall is the tallest tree?',
  'Which language is spoken in Brazil?',
  'How do vaccines work?',
  'What is the square root of 144?',
  'Who was the first person in space?',
  'When did the Roman Empire fall?',
  'How many strings does a violin have?',
  'Why is the sky blue?',
  'What do pandas eat?',
  'Which planet has the most moons?',
  'How deep is the ocean?',
  'What is the population of Japan?',
];

/** What a model of the shop's language knows: the texts' nouns and verbs, and other words for some of them. */
const CONCEPTS = {
  ...{ delivery: 'delivery', standard: 'standard', 'working days': 'workday' },
  ...{ return: 'return', 'unused goods': 'goods', goods: 'goods' },
  ...{ bicycles: 'bicycle', bike: 'bicycle', repairs: 'repair', repair: 'repair', repaired: 'repair', mend: 'repair' },
  ...{ workshop: 'repair', vouchers: 'voucher', voucher: 'voucher', 'gift cards': 'voucher' },
  ...{ valid: 'validity', expire: 'validity', password: 'password', reset: 'reset' },
  ...{ accept: 'accept', accepted: 'accept', 'credit cards': 'card', 'museum shop': 'museum', closed: 'closed' },
  ...{ students: 'student', pupils: 'student', discount: 'discount', 'pay less': 'discount' },
  ...{ invoices: 'bill', bills: 'bill', sent: 'sending', arrive: 'sending' },
  ...{ warranty: 'warranty', batteries: 'battery' },
};

/** Without a word in common with the text that answers them. */
const ASKED_BY_MEANING = [
  { prompt: 'When do gift cards expire?', holds: 'three years' },
  { prompt: 'Who can mend my bike?', holds: 'Tuesdays' },
  { prompt: 'Do pupils pay less?', holds: '20 percent' },
  { prompt: 'When do bills arrive?', holds: 'first working day' },
];

interface Case {
  name: string;
  /** Undefined: none is registered. */
  embedding?: { concepts?: Record<string, string>; endsAs: 'ready' | 'failing' };
}

const CASES: readonly Case[] = [
  { name: 'the built-in models' },
  { name: 'an embedding model that knows words only', embedding: { endsAs: 'failing' } },
  { name: 'an embedding model that knows meaning', embedding: { concepts: CONCEPTS, endsAs: 'ready' } },
];

describe.each(CASES)('with $name and the default thresholds', ({ embedding }) => {
  let llm: OpenAiServer;
  let parley: SharedInstallation;
  let master: WireClient;
  let bot: string;

  beforeAll(async () => {
    llm = await OpenAiServer.start({
      models: ['vectors'],
      ...(embedding?.concepts && { concepts: embedding.concepts }),
    });
    parley = await sharedInstallation();
    master = (await registerTeam(new WireClient(parley.baseUrl))).asKey;
    bot = embedding ? await createBotWithVectors(embedding.endsAs) : await createBot(2);
  });
  afterAll(() => llm?.stop());

  const createBot = async (embedding_model_id: number) => {
    const models = { llm_model_id: 4, embedding_model_id, rerank_model_id: 6 };
    must(await master.post('/bots/shop/manage/create', models), 200);
    for (const [at, { text }] of KNOWN.entries()) {
      const file_contents = { nodes: [{ text, metadata: {} }], assets: [] };
      must(await master.post('/bots/shop/documents/upload', { file_name: `page-${at}`, file_contents }), 200);
    }
    return 'shop';
  };
  const createBotWithVectors = async (endsAs: string) => {
    const model = { kind: 'embedding', provider: 'openai-compatible', name: 'vectors', model: 'vectors' };
    const made = must(await master.post('/api/v1/models', { ...model, baseUrl: llm.baseUrl }), 201).body.data;
    const name = await createBot(made.id);
    const { id } = must(await master.get('/api/v1/chatbots'), 200).body.data[0];
    await eventually(async () => {
      const [base] = must(await master.get(`/api/v1/chatbots/${id}/knowledge-bases`), 200).body.data;
      return base.vectors.state === endsAs;
    });
    return name;
  };
  const ask = async (prompt: string) => {
    const chat = must(await master.post('/bots/chats/start'), 200).body.chat_id;
    return must(await master.post(`/bots/chats/${chat}/send`, { prompt, bot_name: bot }), 200).body.reply;
  };

  if (embedding?.concepts) {
    test('what is asked without a word of its text is answered', async () => {
      for (const { prompt, holds } of ASKED_BY_MEANING) {
        const { message } = await ask(prompt);
        expect({ prompt, message }).toEqual({ prompt, message: expect.stringContaining(holds) });
      }
    });
  }

  test('twenty questions in other words are answered', async () => {
    const refused: string[] = [];
    for (const { asked, holds } of KNOWN)
      for (const prompt of asked) if (!(await ask(prompt)).message.includes(holds)) refused.push(prompt);
    expect(refused.length).toBeLessThanOrEqual(1);
  });

  test('twenty questions about something else are refused', async () => {
    const answered: string[] = [];
    for (const prompt of UNRELATED) if ((await ask(prompt)).message !== NO_CONTEXT) answered.push(prompt);
    expect(answered).toEqual([]);
  });
});

/** Vectors that are lexical in nature tell nothing that words do not; search is the same with them and without. */
import { ScriptedEmbedding } from '#providers/embeddings';
import { IndexedBases } from '#testing/knowledge';
import { calibratedEmbedding } from '#testing/models';

const ENTRIES: readonly [title: string, body: string, query: string][] = [
  ['Delivery time', 'Standard delivery takes two to three working days.', 'How long does delivery take?'],
  ['Delivery costs', 'Delivery costs 3.90 euros, from 50 euros on it is free.', 'What does delivery cost?'],
  ['Returns', 'Send the goods back within thirty days; the label is in the parcel.', 'Can I send goods back?'],
  ['Refunds', 'We refund the price within fourteen days of your return.', 'When do I get a refund of the price?'],
  ['Password', 'Choose "forgotten password" and we send a link to your address.', 'I have forgotten my password'],
  ['Account', 'You delete your account in the settings, under privacy.', 'How do I delete my account?'],
  ['Opening hours', 'The shop is open Monday to Friday from nine to five.', 'When is the shop open?'],
  ['Parking', 'You can park behind the building while you shop.', 'Where can I park?'],
  ['Vouchers', 'A voucher is valid for three years and cannot be paid out.', 'How long is a voucher valid?'],
  ['Warranty', 'The warranty covers defects of the material for two years.', 'What does the warranty cover?'],
];

const UNRELATED: readonly string[] = [
  'What is the capital of Peru?',
  'Who painted the Mona Lisa?',
  'How long is the river Nile?',
  'When is the best time to see the northern lights?',
  'Can I send a parcel to the moon?',
];

/** Without concepts each word is one of its own. */
const model = new ScriptedEmbedding({ dimensions: 384 });

let bases: IndexedBases;
let plain: string;
let embedded: string;

beforeAll(async () => {
  bases = await IndexedBases.open();
  await bases.test.database.query(
    `insert into model (id, kind, provider, name, name_folded, model) values (7, 'embedding', 'ollama', 'm', 'm', 'm')`,
  );
  bases.models.embeddings.set(7, await calibratedEmbedding(7, 'words', model));
  [plain, embedded] = [await bases.newBase(), await bases.newBase()];
  await bases.test.database.query('update knowledge_base set embedding_model_id = 7 where id = $1', [embedded]);
  await bases.vectorIndex.wantAim(embedded, true);
  for (const baseId of [plain, embedded]) {
    for (const [title, body] of ENTRIES) {
      const source = await bases.newDocument(baseId);
      await bases.index.replace(source, [{ position: 0, title, section: null, body }]);
    }
  }
  await bases.building.build(embedded, new AbortController().signal);
});
afterAll(() => bases.close());

const ask = (baseId: string, query: string) => bases.search.find({ baseIds: [baseId], query, limit: 10 });
const found = async (baseId: string, query: string) =>
  (await ask(baseId, query)).passages.map(({ title, score, vectorProbability }) => [title, score, vectorProbability]);

it('finds first what words alone find first', async () => {
  for (const [title, , query] of ENTRIES) {
    expect({ query, title: (await found(plain, query))[0]?.[0] }).toEqual({ query, title });
    expect({ query, title: (await found(embedded, query))[0]?.[0] }).toEqual({ query, title });
  }
});

it.each(ENTRIES.map(([, , query]) => query))('gives "%s" the ranks and probabilities of words alone', async (query) => {
  const byWords = await found(plain, query);
  expect(byWords.length).toBeGreaterThan(0);
  expect(await found(embedded, query)).toEqual(byWords);
});

it.each(UNRELATED)('gives "%s", which only shares common words, the probabilities of words alone', async (query) => {
  expect(await found(embedded, query)).toEqual(await found(plain, query));
});

it('says why the words were alone, and embeds nothing', async () => {
  const { channels, shortfalls, embeddingTokens } = await ask(embedded, 'How long does delivery take?');
  expect({ channels, embeddingTokens }).toEqual({ channels: ['words'], embeddingTokens: 0 });
  expect(shortfalls).toEqual([
    { reason: 'embedding_not_telling', modelId: 7, message: expect.stringContaining('by words alone') },
  ]);
  const [row] = await bases.test.database.query<{ count: number }>('select count(*)::int as count from passage_vector');
  expect(row?.count).toBe(0);
});

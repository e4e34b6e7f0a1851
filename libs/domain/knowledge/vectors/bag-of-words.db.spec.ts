/** Vectors that are lexical in nature tell little that words do not; search must not get worse by them. */
import { ScriptedEmbedding } from '#providers/embeddings';
import { IndexedBases } from '#testing/knowledge';

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

/** Without concepts each word is one of its own. */
const model = new ScriptedEmbedding({ dimensions: 384 });
/** What the calibration of models makes of these cosines. */
const probabilityOf = (cosine: number) => Math.min(0.99, Math.max(0.01, 1 / (1 + Math.exp(-31 * (cosine - 0.216)))));

let bases: IndexedBases;
let plain: string;
let embedded: string;

beforeAll(async () => {
  bases = await IndexedBases.open();
  await bases.test.database.query(
    `insert into model (id, kind, provider, name, name_folded, model) values (7, 'embedding', 'ollama', 'm', 'm', 'm')`,
  );
  bases.models.embeddings.set(7, { id: 7, space: 'words', model, probabilityOf });
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

const best = async (baseId: string, query: string) => (await bases.find(query, baseId))[0];

it('finds first what words alone find first', async () => {
  for (const [title, , query] of ENTRIES) {
    expect({ query, title: (await best(plain, query))?.title }).toEqual({ query, title });
    expect({ query, title: (await best(embedded, query))?.title }).toEqual({ query, title });
  }
});

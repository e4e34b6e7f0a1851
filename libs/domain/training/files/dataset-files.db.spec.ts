import { DocumentsUnderTest, type Tenant } from '#testing/documents';
import { Datasets } from '../datasets/datasets.service';
import type { NewExample } from '../datasets/datasets.types';
import { TrainingModule } from '../training.module';
import { DatasetExports } from './dataset-exports.service';
import { DATASET_FORMATS, type DatasetFormat, type DatasetImportOptions } from './dataset-files.types';
import { DatasetImports } from './dataset-imports.service';

const APPEND: DatasetImportOptions = { mode: 'append', skipDuplicates: true };
const REPLACE: DatasetImportOptions = { mode: 'replace', skipDuplicates: true };
const NO_DATASET = { code: 'training.dataset_not_found', kind: 'not_found' };
const HI = { input: 'hi', output: 'greeting', intent: 'greeting' };
/** What files, people and attackers put into texts. */
const AWKWARD = [
  'plain',
  '- dash',
  '=1+1',
  "'quoted'",
  'a,b;c\td',
  '"say" \\ it\\n',
  'two\nlines\r\nthree\r',
  ' blanks ',
  '[x](y) [z]{"entity":"w"}',
  '{a: [b]} # c | > & * ! %',
  'null',
  '__proto__',
  '🦜 näïve 中文 \u0085\u2028\ufeff\u0001\u007f',
];

describe('files of datasets', () => {
  let fixture: DocumentsUnderTest;
  let datasets: Datasets;
  let imports: DatasetImports;
  let exports: DatasetExports;
  let tenant: Tenant;

  beforeAll(async () => {
    fixture = await DocumentsUnderTest.open({ modules: [TrainingModule] });
    datasets = fixture.get(Datasets);
    imports = fixture.get(DatasetImports);
    exports = fixture.get(DatasetExports);
  });
  afterAll(() => fixture.close());
  beforeEach(async () => {
    await fixture.reset();
    tenant = await fixture.newTenant();
  });

  const create = async (examples: readonly NewExample[] = []) =>
    (await datasets.create(tenant.actor, tenant.bot.id, { name: 'Talk', examples })).id;
  const importInto = (
    id: string,
    content: string,
    options: Partial<DatasetImportOptions> = {},
    actor = tenant.actor,
  ) => {
    const stream = (async function* () {
      yield Buffer.from(content);
    })();
    const file = { name: '', mediaType: '', stream };
    return imports.run(actor, id, file, async () => ({ ...APPEND, ...options }));
  };
  const exported = async (id: string, format: DatasetFormat) => {
    const { stream, name } = await exports.open(tenant.actor, id, format);
    expect(name).toBe('Talk');
    let text = '';
    for await (const piece of stream) text += piece;
    return text;
  };
  /** All that is stored of the examples but their ids. */
  const stored = (id: string) =>
    fixture.db.database.query(
      'select input, output, intent, is_intent_given as given, metadata from training_example where dataset_id = $1 order by id',
      [id],
    );
  const linesOf = (examples: readonly object[]) => examples.map((example) => JSON.stringify(example)).join('\n');

  test('add what is new, and tell what became of the file', async () => {
    const id = await create([HI, { ...HI, input: 'hello' }]);
    const file = [
      HI,
      { text: 'bye', label: 'farewell' },
      { text: 'bye', label: 'farewell' },
      { ...HI, intent: 'other' },
    ];
    const expected = { datasetId: id, format: 'jsonl', read: 4, warnings: [], removed: 0 };
    expect(await importInto(id, linesOf(file))).toEqual({
      ...expected,
      added: 2,
      skippedDuplicates: 2,
      exampleCount: 4,
      intents: 3,
    });
    expect(await importInto(id, linesOf(file), { skipDuplicates: false })).toMatchObject({
      added: 4,
      skippedDuplicates: 0,
      exampleCount: 8,
    });
    expect(await datasets.get(tenant.actor, id)).toMatchObject({ exampleCount: 8 });
  });

  test('replace what was there', async () => {
    const id = await create([HI]);
    expect(await importInto(id, 'text,label\nhi,greeting\nbye,farewell\n', REPLACE)).toMatchObject({
      format: 'csv',
      read: 2,
      added: 2,
      removed: 1,
      exampleCount: 2,
    });
    expect(await datasets.get(tenant.actor, id)).toMatchObject({ exampleCount: 2 });
  });

  test('change nothing when something in them is wrong', async () => {
    const id = await create([HI]);
    const before = await stored(id);
    const wrong = importInto(id, 'text,label\nbye,farewell\n,x\n', REPLACE);
    await expect(wrong).rejects.toMatchObject({
      kind: 'invalid_input',
      fields: [{ field: 'file', message: 'Line 3: input is required and must be a text of 1 to 2,000 characters.' }],
    });
    await expect(importInto(id, 'text,label\n', REPLACE)).rejects.toMatchObject({ kind: 'invalid_input' });
    await expect(importInto(id, linesOf([{}]), { format: 'csv' })).rejects.toMatchObject({ kind: 'invalid_input' });
    const many = `text,label\n${'a,b\n'.repeat(200_001)}`;
    await expect(importInto(id, many)).rejects.toMatchObject({ code: 'training.too_many_examples' });
    await expect(importInto(id, 'x'.repeat(16 * 1024 * 1024 + 1))).rejects.toMatchObject({ kind: 'too_large' });
    expect(await stored(id)).toEqual(before);
  }, 60_000);

  test('change nothing when the dataset would become too large', async () => {
    const id = await create([HI]);
    await fixture.db.database.execute('update training_dataset set example_count = 199999 where id = $1', [id]);
    const adding = importInto(id, 'text,label\na,b\nc,d\n');
    await expect(adding).rejects.toMatchObject({ code: 'training.too_many_examples' });
    expect(await stored(id)).toHaveLength(1);
  });

  test('of other teams are not there', async () => {
    const id = await create([HI]);
    const stranger = await fixture.newTenant();
    await expect(importInto(id, linesOf([HI]), {}, stranger.actor)).rejects.toMatchObject(NO_DATASET);
    await expect(exports.open(stranger.actor, id, 'csv')).rejects.toMatchObject(NO_DATASET);
    await expect(importInto('x', linesOf([HI]))).rejects.toMatchObject(NO_DATASET);
    expect(await stored(id)).toHaveLength(1);
  });

  test('may be added to while a session learns from the dataset, but do not replace it', async () => {
    const id = await create([HI]);
    await fixture.db.database.execute(
      `insert into training_session (id, team_id, bot_id, dataset_id, dataset_ids, config, lease_until, created_at)
       values (gen_random_uuid(), $1, $2, $3, array[$3::uuid], '{}', now(), now())`,
      [tenant.actor.teamId, tenant.bot.id, id],
    );
    await expect(importInto(id, linesOf([HI]), REPLACE)).rejects.toMatchObject({
      code: 'training.dataset_in_training',
    });
    expect(await importInto(id, linesOf([{ ...HI, input: 'new' }]))).toMatchObject({ added: 1, exampleCount: 2 });
  });

  test.each(['jsonl', 'csv'] as const)('come back exactly as %s', async (format) => {
    const examples = AWKWARD.flatMap((text) => [
      { input: text, output: `Answer: ${text}`, intent: 'said', metadata: { [text]: [text, 1, null, { a: true }] } },
      { input: text, output: text },
      { input: text, output: text, intent: text },
      { input: text, output: 'x', metadata: { intent: text } },
      { input: text, output: '__oos__' },
    ]);
    const id = await create(examples);
    const copy = await create();
    const file = await exported(id, format);
    await importInto(copy, file, { skipDuplicates: false });
    expect(await stored(copy)).toEqual(await stored(id));
    expect(await exported(copy, format)).toBe(file);
    expect(await importInto(id, file)).toMatchObject({ added: 0, skippedDuplicates: examples.length });
  });

  test('come back from Rasa with their texts, intents and answers', async () => {
    const examples = AWKWARD.flatMap((text) => [
      { input: text, output: 'An answer.', intent: 'answered' },
      { input: `${text}!`, output: `Answer: ${text}`, intent: text },
      { input: text, output: `Just ${text}.` },
      { input: text, output: 'named', intent: 'named' },
      { input: text, output: '__oos__', intent: '__oos__' },
    ]);
    const id = await create(examples);
    const copy = await create();
    const file = await exported(id, 'rasa');
    await importInto(copy, file, { skipDuplicates: false });
    const sorted = async (of: string) =>
      (await stored(of)).map((example) => JSON.stringify({ ...example, metadata: null })).toSorted();
    expect(await sorted(copy)).toEqual(await sorted(id));
    expect(await exported(copy, 'rasa')).toBe(file);
    expect(file.match(/^- intent: answered$/gm)).toHaveLength(1);
  });

  test('of Rasa say what was passed over, and are read as people write them', async () => {
    const id = await create();
    const file = `version: "3.1"\nnlu:\n- intent: greet\n  examples: |\n    - hi [Anna](name)\n- synonym: a\n  examples: |\n    - b\nresponses:\n  utter_greet:\n  - text: Hello!\n`;
    expect(await importInto(id, file)).toMatchObject({
      format: 'rasa',
      added: 1,
      warnings: ['1 × synonym: passed over.'],
    });
    expect(await stored(id)).toMatchObject([{ input: 'hi Anna', output: 'Hello!', intent: 'greet', given: true }]);
  });

  test('of an empty dataset are empty, and those of a large one are whole', async () => {
    const id = await create();
    expect(await exported(id, 'jsonl')).toBe('');
    expect(await exported(id, 'csv')).toBe('input,output,intent,metadata\r\n');
    const examples = Array.from({ length: 1_203 }, (_, at) => ({ input: `say ${at}`, label: `i${at % 7}` }));
    await importInto(id, JSON.stringify({ examples }));
    for (const format of DATASET_FORMATS) expect((await exported(id, format)).match(/say \d+/g)).toHaveLength(1_203);
  });
});

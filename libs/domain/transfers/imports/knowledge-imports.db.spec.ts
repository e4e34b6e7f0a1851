import { DocumentsService } from '#domain/documents';
import { KnowledgeBasesService } from '#domain/knowledge';
import { Questions } from '#domain/questions';
import { ImportsUnderTest } from '#testing/transfers';
import { KnowledgeExports } from '../exports/knowledge-exports.service';
import { IMPORT_LIMITS } from '../transfers.types';
import { KnowledgeImports } from './knowledge-imports.service';
import { FILE_KEPT_MS } from './lease';
import { BATCH_LIMITS } from './row-batches';
import { RunningQueries } from './running.queries';

const PAGE = { page: 1, limit: 1_000 };
const SHOP = [
  {
    type: 'item',
    key: 'hours',
    title: 'Hours',
    content: 'We open at nine.',
    tags: ['a'],
    sourceType: 'wiki',
    language: 'en',
  },
  { title: 'Delivery', content: 'It takes two days.', metadata: { x: { y: [1] } } },
  { key: 'refund', question: 'May I send it back?', alternates: ['Do you refund?'], answer: 'Within 30 days.' },
];

describe('imports', () => {
  let under: ImportsUnderTest;

  beforeAll(async () => {
    under = await ImportsUnderTest.open();
  });
  afterAll(() => under.close());
  let imports: KnowledgeImports;
  beforeEach(async () => {
    await under.reset();
    imports = under.fixture.get(KnowledgeImports);
  });
  afterEach(() => jest.restoreAllMocks());

  test('bring items and questions, which are found at once', async () => {
    const id = await under.start(SHOP);
    expect(await under.get(id)).toMatchObject({
      status: 'queued',
      format: 'jsonl',
      fileName: 'faq.jsonl',
      rowCount: null,
    });
    await under.run(id);
    await under.run(id);
    expect(await under.get(id)).toMatchObject({
      status: 'completed',
      stage: null,
      progress: 100,
      rowCount: 3,
      counts: { read: 3, added: 3, updated: 0, unchanged: 0, failed: 0, removed: 0 },
      rowErrors: [],
      error: null,
      notice: null,
    });
    expect(await under.items()).toMatchObject([
      { title: 'Hours', content: 'We open at nine.', tags: ['a'], metadata: { _source_type: 'wiki' } },
      { title: 'Delivery', metadata: { x: { y: [1] } } },
    ]);
    expect(await under.questions()).toMatchObject([
      { phrasings: ['May I send it back?', 'Do you refund?'], llmReply: true },
    ]);
    expect((await under.search('nine')).map(({ title }) => title)).toEqual(['Hours']);
    const events = under.fixture.outbox.events.map(({ name }) => name).filter((name) => /document|question/.test(name));
    expect(events).toEqual(['document.added', 'document.added', 'question.added']);
  });

  test('may be tables', async () => {
    const table =
      'type;key;title;content;question;answer\nitem;a;A;one;;\nquestion;b;;;Where?|Which way?;"Here; there"\n';
    expect(await under.importAll(table)).toMatchObject({ format: 'csv', counts: { added: 2, failed: 0 } });
    expect(await under.titles()).toEqual(['A']);
    expect(await under.questions()).toMatchObject([{ phrasings: ['Where?', 'Which way?'], answer: 'Here; there' }]);
  });

  test('of the same keys change what is there, in place', async () => {
    await under.importAll(SHOP);
    const [hours] = await under.items();
    const [refund] = await under.questions();
    const changed = [
      { ...SHOP[0], content: 'We open at ten.' },
      { ...SHOP[2], question: 'Can I return it?' },
    ];
    expect((await under.importAll(changed)).counts).toMatchObject({ added: 0, updated: 2, unchanged: 0 });
    expect((await under.importAll(changed)).counts).toMatchObject({ added: 0, updated: 0, unchanged: 2 });
    expect((await under.items()).map(({ id, content }) => [id, content])).toEqual([
      [hours!.id, 'We open at ten.'],
      [expect.any(String), 'It takes two days.'],
    ]);
    expect(await under.questions()).toMatchObject([
      { id: refund!.id, name: refund!.name, phrasings: ['Can I return it?', 'Do you refund?'] },
    ]);
    expect(await under.search('nine')).toEqual([]);
    expect(await under.passages()).toEqual({ 'Can I return it?': 1, 'Do you refund?': 1, Delivery: 1, Hours: 1 });
  });

  test('know what was made otherwise by its id, and questions by their names', async () => {
    const item = await under.fixture
      .get(DocumentsService)
      .addItem(under.tenant.actor, under.baseId, { title: 'Old', content: 'old' });
    const asked = { name: 'fees', phrasings: ['What does it cost?'], answer: 'Nothing.' };
    const question = await under.fixture.get(Questions).add(under.tenant.actor, under.baseId, asked);
    const rows = [
      { key: item.id, title: 'New', content: 'new' },
      { name: 'fees', question: 'What does it cost?', answer: 'A euro.' },
    ];
    expect((await under.importAll(rows)).counts).toMatchObject({ added: 0, updated: 2 });
    expect(await under.items()).toMatchObject([{ id: item.id, title: 'New' }]);
    expect(await under.questions()).toMatchObject([{ id: question.id, name: 'fees', answer: 'A euro.' }]);
  });

  test('leave out rows that are wrong, and say which and why', async () => {
    const rows = [
      { key: 'a', title: 'A', content: 'one' },
      'no json',
      { key: 'a', title: 'A again', content: 'two' },
      { title: 'No content' },
      { name: 'n', question: 'q', answer: '1' },
      { name: 'n', question: 'r', answer: '2' },
      { key: 'b', title: 'B', content: 'three' },
    ];
    expect(await under.importAll(rows)).toMatchObject({
      status: 'completed',
      counts: { read: 7, added: 3, failed: 4 },
      rowErrors: [
        { row: 2, message: 'It is not a JSON object.' },
        { row: 3, message: 'It stands for the same item as row 1: the key "a" is there already.' },
        { row: 4, message: 'content is required.' },
        { row: 6, message: 'It stands for the same question as row 5: the name "n" is there already.' },
      ],
    });
    expect(await under.titles()).toEqual(['A', 'B']);
  });

  test('know a key again that stood far above', async () => {
    const many = Array.from({ length: 150 }, (_, at) => ({ key: `k${at}`, title: `T${at}`, content: `c${at}` }));
    const done = await under.importAll([
      ...many,
      { key: 'k3', title: 'Other', content: 'x' },
      ...Array(150).fill('bad'),
    ]);
    expect(done.counts).toMatchObject({ read: 301, added: 150, failed: 151 });
    expect(done.rowErrors).toHaveLength(IMPORT_LIMITS.errors);
    expect(done.rowErrors[0]).toEqual({ row: 151, message: 'It stands for the same item as row 4.' });
  });

  test('that are to stop at a wrong row write nothing when it is found beforehand', async () => {
    const many = Array.from({ length: 150 }, (_, at) => ({ title: `T${at}`, content: `c${at}` }));
    expect(await under.importAll([...many, { title: 'No content' }], { onError: 'stop' })).toMatchObject({
      status: 'failed',
      error: { code: 'transfers.row_refused', message: 'Row 151: content is required.' },
      rowErrors: [{ row: 151, message: 'content is required.' }],
      counts: { read: 0, added: 0 },
    });
    expect(await under.items()).toEqual([]);
    const twice = [
      { key: 'a', title: 'A', content: 'one' },
      { key: 'a', title: 'B', content: 'two' },
    ];
    expect(await under.importAll(twice, { onError: 'stop' })).toMatchObject({
      status: 'failed',
      rowErrors: [{ row: 2 }],
    });
    expect(await under.items()).toEqual([]);
  });

  test('that replace remove what was there and is not in the file, once all of it is written', async () => {
    await under.importAll([...SHOP, { name: 'old', question: 'Old?', answer: 'Yes.' }]);
    under.fixture.clock.advance(1_000);
    const file = [{ ...SHOP[0], content: 'We never open.' }, { title: 'New', content: 'fresh' }, SHOP[2]!];
    const id = await under.start(file, { mode: 'replace' });
    under.fixture.clock.advance(1_000);
    await under.fixture
      .get(DocumentsService)
      .addItem(under.tenant.actor, under.baseId, { title: 'Meanwhile', content: 'by others' });
    await under.run(id);
    expect((await under.get(id)).counts).toEqual({
      read: 3,
      added: 1,
      updated: 1,
      unchanged: 1,
      failed: 0,
      removed: 2,
    });
    expect(await under.titles()).toEqual(['Hours', 'Meanwhile', 'New']);
    expect((await under.questions()).map(({ answer }) => answer)).toEqual(['Within 30 days.']);
    expect(Object.keys(await under.passages())).not.toContain('Old?');
  });

  test('that replace remove nothing when a row was refused', async () => {
    await under.importAll(SHOP);
    const done = await under.importAll([{ title: 'New', content: 'fresh' }, 'bad'], { mode: 'replace' });
    expect(done).toMatchObject({
      status: 'completed',
      notice: expect.stringContaining('Nothing was removed'),
      counts: { removed: 0 },
    });
    expect(await under.titles()).toEqual(['Hours', 'Delivery', 'New']);
  });

  test.each([
    ['title\n', 'transfers.no_rows'],
    ['one,two\n1,2\n', 'transfers.no_columns'],
    ['title,content\n"a,b\n', 'transfers.broken_table'],
  ])('of a file that is no good as a whole fail: %j', async (content, code) => {
    expect(await under.importAll(content)).toMatchObject({ status: 'failed', error: { code } });
  });

  test.each([
    ['', 'transfers.file_empty'],
    [' \n ', 'transfers.file_empty'],
    ['PK\u0003\u0004', 'transfers.not_text'],
    ['a\0b', 'transfers.not_text'],
  ])('are refused when the file cannot be one: %j', async (content, code) => {
    await expect(under.start(content)).rejects.toMatchObject({ code });
    expect(await under.fixture.rowsLeft()).toMatchObject({ unneeded_blob: 1 });
  });

  test('have a limit of rows, which is found before anything is written', async () => {
    const content = `title,content\n${'a,b\n'.repeat(IMPORT_LIMITS.rows + 1)}`;
    expect(await under.importAll(content)).toMatchObject({
      status: 'failed',
      error: { code: 'transfers.too_many_rows' },
    });
    expect(await under.items()).toEqual([]);
  });

  test('go into a base one at a time', async () => {
    await under.start(SHOP);
    await expect(under.start(SHOP)).rejects.toMatchObject({ code: 'transfers.import_under_way' });
    await under.start(SHOP, {}, await under.newBase());
  });

  test('are nobody else’s', async () => {
    const id = await under.start(SHOP);
    const { actor: stranger } = await under.fixture.newTenant();
    const noBase = { code: 'knowledge.base_not_found' };
    await expect(imports.get(stranger, under.baseId, id)).rejects.toMatchObject(noBase);
    await expect(imports.list(stranger, under.baseId, PAGE)).rejects.toMatchObject(noBase);
    await expect(imports.cancel(stranger, under.baseId, id)).rejects.toMatchObject(noBase);
    await expect(imports.retry(stranger, under.baseId, id)).rejects.toMatchObject(noBase);
    await expect(under.fixture.get(KnowledgeExports).open(stranger, under.baseId, 'csv')).rejects.toMatchObject(noBase);
    const other = await under.newBase();
    await expect(under.get(id, other)).rejects.toMatchObject({ code: 'transfers.import_not_found' });
    expect((await imports.list(under.tenant.actor, under.baseId, PAGE)).items.map((one) => one.id)).toEqual([id]);
  });

  test('leave nothing behind: neither their file, nor with their base', async () => {
    await under.importAll(SHOP);
    const entries = await under.fixture.db.database.query('select from knowledge_import_entry');
    expect(entries).toEqual([]);
    await under.start(SHOP);
    await under.fixture.get(KnowledgeBasesService).delete(under.tenant.actor, under.baseId);
    const due = await under.fixture.db.database.query("select from unneeded_blob where due_at = '-infinity'");
    expect(due).toHaveLength(2);
    expect(await under.fixture.db.database.query('select from knowledge_import')).toEqual([]);
  });

  describe('that are cancelled', () => {
    test('stop between two batches, keep what is written, and go on from there when retried', async () => {
      jest.replaceProperty(BATCH_LIMITS, 'rows', 3);
      const many = Array.from({ length: 60 }, (_, at) => ({ title: `T${at}`, content: `c${at}` }));
      const id = await under.start(many);
      const queries = under.fixture.get(RunningQueries);
      const advance = queries.advance.bind(queries);
      jest.spyOn(queries, 'advance').mockImplementationOnce(async (...args) => {
        under.fixture.db.database.afterCommit(() => void imports.cancel(under.tenant.actor, under.baseId, id));
        return advance(...args);
      });
      await under.run(id);
      const { status, stage, counts } = await under.get(id);
      expect([status, stage, counts.read % 3]).toEqual(['cancelled', null, 0]);
      expect(counts.read).toBeLessThan(60);
      expect(await under.items()).toHaveLength(counts.read);
      await expect(imports.cancel(under.tenant.actor, under.baseId, id)).rejects.toMatchObject({
        code: 'transfers.not_under_way',
      });
      await imports.retry(under.tenant.actor, under.baseId, id);
      await expect(imports.retry(under.tenant.actor, under.baseId, id)).rejects.toMatchObject({
        code: 'transfers.not_ended',
      });
      await under.run(id);
      expect(await under.get(id)).toMatchObject({
        status: 'completed',
        progress: 100,
        counts: { read: 60, added: 60 },
      });
      expect(await under.titles()).toEqual(many.map(({ title }) => title));
    });

    test('can be retried for a week', async () => {
      const id = await under.start(SHOP);
      await imports.cancel(under.tenant.actor, under.baseId, id);
      under.fixture.clock.advance(FILE_KEPT_MS - 1);
      await under.sweep();
      expect(under.fixture.blobs).toHaveLength(1);
      await imports.retry(under.tenant.actor, under.baseId, id);
      await imports.cancel(under.tenant.actor, under.baseId, id);
      under.fixture.clock.advance(FILE_KEPT_MS + 1);
      await under.sweep();
      await expect(imports.retry(under.tenant.actor, under.baseId, id)).rejects.toMatchObject({
        code: 'transfers.file_gone',
      });
    });
  });
});

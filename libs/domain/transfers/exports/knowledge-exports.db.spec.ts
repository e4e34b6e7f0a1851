import { DocumentIndexing, DocumentUploads } from '#domain/documents';
import { ImportsUnderTest } from '#testing/transfers';

const RUNNING = new AbortController().signal;

describe('an export', () => {
  let under: ImportsUnderTest;

  beforeAll(async () => {
    under = await ImportsUnderTest.open();
  });
  afterAll(() => under.close());
  beforeEach(() => under.reset());

  const NASTY = [
    {
      title: '=1+1',
      content: '\t=cmd|x\r\n"quoted", and; more\n',
      tags: ['a|b', '-1'],
      metadata: { n: 1, t: "'=x" },
    },
    { title: "'@x", content: "''+49 30 1234", sourceType: '@wiki', language: 'de' },
    { key: '+key', title: 'Ünï\u2028code 🙂', content: ' leading and trailing ' },
    { name: '-name', phrasings: ['Where? | Which?', '["list"]', '=A1'], answer: '\n@all\r', llmReply: false },
    { question: 'Plain?', answer: 'Yes.', relatedPrompts: [{ label: '=l', prompt: 'p' }], metadata: { a: null } },
    { title: 'Hours', content: '# Monday\n\nWe open at nine.\n\n# Sunday\n\nWe are closed.' },
  ];
  const shown = async (of: string) => [
    (await under.items(of)).map(({ title, content, tags, metadata }) => ({ title, content, tags, metadata })),
    (await under.questions(of)).map(({ id: _, baseId: __, createdAt: ___, updatedAt: ____, ...said }) => said),
  ];

  test.each(['jsonl', 'csv'] as const)('as %s give the same base again: lists, searches and keys', async (format) => {
    expect((await under.importAll(NASTY)).counts).toMatchObject({ added: 6, failed: 0 });
    const file = await under.exported(format);
    const copy = await under.newBase();
    expect((await under.importAll(file, {}, copy)).counts).toMatchObject({ read: 6, added: 6, failed: 0 });
    expect(await shown(copy)).toEqual(await shown(under.baseId));
    expect(await under.exported(format, copy)).toBe(file);
    for (const query of ['open monday', 'quoted', 'Where', 'closed', 'plain', '1234']) {
      expect(await under.search(query, copy)).toEqual(await under.search(query));
    }
    const again = await under.importAll(file);
    expect(again.counts).toMatchObject({ added: 0, updated: 0, unchanged: 6, failed: 0 });
  });

  test('have the text of uploads as items, and leave the uploads themselves as they are', async () => {
    const content = Array.from({ length: 40 }, (_, at) => `## Locker ${at}\n\nIt holds coat${at}.`).join('\n\n');
    const uploads = under.fixture.get(DocumentUploads);
    const bytes = Buffer.from(content);
    const upload = await uploads.add(under.tenant.actor, under.tenant.bot.id, {
      title: 'Lockers',
      bytes,
      format: 'markdown',
      baseId: under.baseId,
      tags: ['x'],
    });
    await under.fixture.get(DocumentIndexing).index(upload.id, RUNNING);
    const file = await under.exported('jsonl');
    expect(
      file
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
    ).toMatchObject([{ type: 'item', key: upload.id, title: 'Lockers', sourceType: 'text', tags: ['x'] }]);
    expect((await under.importAll(file)).counts).toMatchObject({ read: 1, unchanged: 1 });
    expect(await under.items()).toEqual([]);
    const copy = await under.newBase();
    await under.importAll(file, {}, copy);
    expect((await under.search('coat17', copy)).map(({ title, passage }) => [title, passage])).toEqual([
      ['Lockers', 'It holds coat17.'],
    ]);
  });
});

/** Training datasets go out as files and come in again, over the API. */
import {
  must,
  type RegisteredTeam,
  registerTeam,
  type SharedInstallation,
  sharedInstallation,
  WireClient,
} from '#testing/parley';

const TABLE = 'text,label,answer\nhi,greeting,Hello!\n"to ""you""\n=1",greeting,Hello!\nweather,__oos__,\n';
const TYPES = { jsonl: 'application/x-ndjson', csv: 'text/csv', rasa: 'application/yaml' } as const;
const ENDS = { jsonl: 'jsonl', csv: 'csv', rasa: 'yml' } as const;

describe('files of training datasets', () => {
  let parley: SharedInstallation;
  let team: RegisteredTeam;
  let stranger: RegisteredTeam;
  let bot: string;
  let path: string;

  beforeAll(async () => {
    parley = await sharedInstallation();
    const open = new WireClient(parley.baseUrl);
    [team, stranger] = [await registerTeam(open), await registerTeam(open)];
    bot = `/api/v1/chatbots/${must(await team.asKey.post('/api/v1/chatbots', { name: 'Shop' }), 201).body.data.id}`;
  });
  beforeEach(async () => {
    path = await newDataset();
  });

  const newDataset = async () => {
    const made = must(await team.asKey.post(`${bot}/training/datasets`, { name: 'Shop talk' }), 201);
    return `/api/v1/training/datasets/${made.body.data.id}`;
  };
  const send = (body: string, type: string, query = '', to = path) =>
    team.asKey.with({ 'content-type': type }).send('POST', `${to}/import${query}`, body);
  const formOf = (content: string | Buffer, name: string, fields: Record<string, string> = {}) => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(Buffer.from(content))]), name);
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    return form;
  };
  const examples = async (of = path) => must(await team.asKey.get(`${of}/examples?limit=100`), 200).body;

  test.each(['jsonl', 'csv', 'rasa'] as const)('come back as %s, as a body and as a form', async (format) => {
    must(await send(TABLE, 'text/csv; charset=utf-8'), 201);
    const file = must(await team.asKey.get(`${path}/export?format=${format}`), 200);
    expect(file.headers.get('content-type')).toContain(TYPES[format]);
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename="Shop talk.${ENDS[format]}"`);
    const copy = await newDataset();
    expect(must(await send(file.body, TYPES[format], '', copy), 201).body).toEqual({
      status: 'success',
      message: expect.any(String),
      data: {
        datasetId: copy.split('/').at(-1),
        format,
        read: 3,
        added: 3,
        skippedDuplicates: 0,
        removed: 0,
        exampleCount: 3,
        intents: 2,
        warnings: [],
      },
    });
    const form = formOf(file.body, `talk.${ENDS[format]}`, { mode: 'replace', skipDuplicates: 'false' });
    const replaced = must(await team.asKey.post(`${copy}/import?mode=append`, form), 201).body.data;
    expect(replaced).toMatchObject({ format, added: 3, removed: 3, exampleCount: 3 });
    const told = ({ data }: { data: object[] }) => data.map((example) => JSON.stringify({ ...example, id: '' })).sort();
    expect(told(await examples(copy))).toEqual(told(await examples()));
    expect(must(await team.asKey.get(`${copy}/export?format=${format}`), 200).body).toBe(file.body);
  });

  test('are lines of JSON unless another format is asked for', async () => {
    must(await send('{"text":"hi","label":"greeting"}', 'application/jsonl'), 201);
    expect(must(await team.asKey.get(`${path}/export`), 200).body).toBe(
      '{"input":"hi","output":"greeting","intent":"greeting","metadata":null}\n',
    );
    expect((await team.asKey.get(`${path}/export?format=xml`)).status).toBe(400);
  });

  test('that are faulty are refused with their lines, and change nothing', async () => {
    must(await send(TABLE, 'text/csv'), 201);
    const wrong = await send('text,label\nfine,a\n,b\nc,d\n "', 'text/csv', '?mode=replace');
    expect(wrong).toMatchObject({ status: 400, body: { status: 'error', message: expect.stringContaining('Line') } });
    const hostile: ReadonlyArray<readonly [string, string]> = [
      ['', 'text/csv'],
      ['text,label\n"open', 'text/csv'],
      ['a,b\n', 'text/csv'],
      ['{"input":"a\\u0000","output":"b"}', 'application/jsonl'],
      [`{"input":"${'x'.repeat(10_000_000)}","output":"b"}`, 'application/x-ndjson'],
      [`{"text":"a","label":"b","metadata":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'application/x-ndjson'],
      ['[{"text":"a","label":"b"}', 'application/x-ndjson'],
      [`nlu: ${'['.repeat(100_000)}`, 'text/yaml'],
      ['a: &a [x]\nb: &b [*a,*a]\nnlu: *b', 'application/yaml'],
      ['nlu:\n- intent: a\n  examples: |\n    - b\n    \0', 'application/yaml'],
      ['nlu: !!js/function x', 'application/yaml'],
      ['{}', 'text/csv'],
    ];
    for (const [body, type] of hostile) {
      expect([body.slice(0, 40), (await send(body, type, '?mode=replace')).status]).toEqual([body.slice(0, 40), 400]);
    }
    expect((await send(TABLE, 'text/csv', '?mode=merge')).status).toBe(400);
    expect((await send(TABLE, 'text/plain')).status).toBe(400);
    expect((await send('x'.repeat(17 * 1024 * 1024), 'text/csv')).status).toBe(413);
    expect((await team.asKey.post(`${path}/import`, formOf(Buffer.alloc(17 * 1024 * 1024), 'a.csv'))).status).toBe(413);
    expect((await examples()).pagination.total).toBe(3);
  }, 120_000);

  test('of other teams are not there, and need the scopes of training', async () => {
    expect((await stranger.asKey.get(`${path}/export`)).status).toBe(404);
    const answer = await stranger.asKey.with({ 'content-type': 'text/csv' }).send('POST', `${path}/import`, TABLE);
    expect(answer.status).toBe(404);
    const made = await team.asUser.post('/api/v1/auth/api-key', { scopes: ['training:read'] });
    const reader = new WireClient(parley.baseUrl).withKey(must(made, 201).body.data.apiKey);
    expect((await reader.get(`${path}/export`)).status).toBe(200);
    const writing = await reader.with({ 'content-type': 'text/csv' }).send('POST', `${path}/import`, TABLE);
    expect(writing.status).toBe(403);
  });

  test('do not replace what a session learns from', async () => {
    const rows = Array.from({ length: 4_000 }, (_, at) => `say ${at} about lamp ${at % 97},intent ${at % 150}`);
    must(await send(`text,label\n${rows.join('\n')}`, 'text/csv'), 201);
    const datasetId = path.split('/').at(-1);
    const session = must(await team.asKey.post(`${bot}/training/sessions`, { datasetId }), 201).body.data;
    const replaced = await send(TABLE, 'text/csv', '?mode=replace');
    const added = await send(TABLE, 'text/csv');
    await team.asKey.post(`/api/v1/training/sessions/${session.id}/cancel`);
    expect(replaced.status).toBe(409);
    expect(added.status).toBe(201);
  });
});

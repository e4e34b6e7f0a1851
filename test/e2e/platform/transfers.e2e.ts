/** A knowledge base goes out as a file and comes in again, over the API. */
import { eventually } from '#testing';
import {
  createBotThatKnows,
  must,
  registerTeam,
  sharedInstallation,
  type WireAnswer,
  WireClient,
} from '#testing/parley';

const ENDED = ['completed', 'failed', 'cancelled'];
const TABLE = [
  'type,key,title,content,question,answer',
  'item,hours,Opening hours,We open at nine.,,',
  'question,refund,,,May I send it back?|Do you refund?,Within 30 days.',
  'item,broken,No content,,,',
].join('\r\n');

describe('import and export of a knowledge base', () => {
  let wire: WireClient;
  let stranger: WireClient;
  let path: string;
  let baseId: string;
  let botId: string;

  beforeAll(async () => {
    const { baseUrl } = await sharedInstallation();
    const open = new WireClient(baseUrl);
    [wire, stranger] = [(await registerTeam(open)).asKey, (await registerTeam(open)).asKey];
  }, 240_000);
  beforeEach(async () => {
    ({ botId, baseId } = await createBotThatKnows(wire, [{ title: 'Delivery', content: 'It takes two days.' }]));
    path = `/api/v1/knowledge-bases/${baseId}`;
  });

  const ended = (answer: WireAnswer) => {
    const { id, knowledgeBaseId } = must(answer, 202).body.data;
    return eventually(async () => {
      const { data } = must(await wire.get(`/api/v1/knowledge-bases/${knowledgeBaseId}/imports/${id}`), 200).body;
      return ENDED.includes(data.status) && data;
    }, 60_000);
  };
  const formOf = (content: string, name: string, fields: Record<string, string> = {}) => {
    const form = new FormData();
    form.append('file', new Blob([content]), name);
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    return form;
  };
  const send = (body: string, type: string, to = path, query = '') =>
    wire.with({ 'content-type': type }).send('POST', `${to}/import${query}`, body);
  const titles = async (of = path) =>
    must(await wire.get(`${of}/items`), 200).body.data.map(({ title }: { title: string }) => title);
  const newBase = async () => {
    const made = await wire.post(`/api/v1/chatbots/${botId}/knowledge-bases`, { name: 'Copy' });
    return `/api/v1/knowledge-bases/${must(made, 201).body.data.id}`;
  };

  test('takes a table as the body itself, and tells of each row', async () => {
    const started = must(await send(TABLE, 'text/csv; charset=utf-8'), 202);
    expect(started.body.data).toMatchObject({ knowledgeBaseId: baseId, format: 'csv', fileName: null, mode: 'add' });
    expect(await ended(started)).toMatchObject({
      status: 'completed',
      stage: null,
      percent: 100,
      rows: 3,
      counts: { read: 3, added: 2, updated: 0, unchanged: 0, failed: 1, removed: 0 },
      errors: [{ row: 4, message: 'content is required.' }],
      error: null,
    });
    const found = must(await wire.get(`${path}/search?query=refund`), 200).body.data;
    expect(found[0]).toMatchObject({ title: 'Do you refund?' });
    const list = must(await wire.get(`${path}/imports?status=completed`), 200).body;
    expect(list).toMatchObject({ data: [{ id: started.body.data.id }], pagination: { total: 1 } });
  });

  test('takes a file of a form, with fields behind it, and replaces what is not in it', async () => {
    const rows = ['{"title":"New","content":"fresh"}', '{"question":"New?","answer":"Yes."}'].join('\n');
    const done = await ended(
      await wire.post(`${path}/import?mode=add`, formOf(rows, 'faq.jsonl', { mode: 'replace' })),
    );
    expect(done).toMatchObject({ status: 'completed', fileName: 'faq.jsonl', counts: { added: 2, removed: 1 } });
    expect(await titles()).toEqual(['New']);
  });

  test.each([
    ['jsonl', 'application/x-ndjson'],
    ['csv', 'text/csv'],
  ])('gives as %s what an import into an empty base makes the same base of', async (format, type) => {
    await ended(await send(TABLE, 'text/csv'));
    const file = must(await wire.get(`${path}/export?format=${format}`), 200);
    expect(file.headers.get('content-type')).toContain(type);
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename="Help.${format}"`);
    const copy = await newBase();
    expect(await ended(await send(file.body, type, copy))).toMatchObject({ counts: { added: 3, failed: 0 } });
    expect(await titles(copy)).toEqual(await titles());
    expect(must(await wire.get(`${copy}/export?format=${format}`), 200).body).toBe(file.body);
    const again = await ended(await send(file.body, type, copy, '?onError=stop'));
    expect(again).toMatchObject({ status: 'completed', counts: { added: 0, updated: 0, unchanged: 3 } });
  });

  test('can be cancelled and retried', async () => {
    // Many, and sent together: however slow this process is, the import is not over before the next request.
    const rows = Array.from({ length: 3_000 }, (_, at) =>
      JSON.stringify({ key: `k${at}`, title: `T${at}`, content: `c${at}` }),
    );
    const both = await Promise.all([1, 2].map(() => send(rows.join('\n'), 'application/x-ndjson')));
    expect(both.map(({ status }) => status).toSorted()).toEqual([202, 409]);
    const { id } = both.find(({ status }) => status === 202)!.body.data;
    const cancelled = must(await wire.post(`${path}/imports/${id}/cancel`), 200).body.data;
    expect(cancelled).toMatchObject({ id, status: 'cancelled' });
    expect((await wire.post(`${path}/imports/${id}/cancel`)).status).toBe(409);
    const done = await ended(await wire.post(`${path}/imports/${id}/retry`));
    expect(done).toMatchObject({ status: 'completed', counts: { read: 3_000, added: 3_000, failed: 0 } });
    expect(must(await wire.get(`${path}/items?limit=1`), 200).body.pagination.total).toBe(3_001);
    expect((await wire.post(`${path}/imports/${id}/retry`)).status).toBe(409);
  }, 120_000);

  test('refuses what it cannot take, and changes nothing', async () => {
    const answers = [
      await send('', 'text/csv'),
      await send('PK\u0003\u0004', 'text/csv'),
      await send(TABLE, 'text/csv', path, '?mode=some'),
      await send('<x/>', 'application/xml'),
      await wire.post(`${path}/import`, { items: [] }),
      await wire.post(`${path}/import`, formOf(TABLE, 'a.csv', { onError: 'maybe' })),
    ];
    expect(answers.map(({ status }) => Math.floor(status / 100))).toEqual([4, 4, 4, 4, 4, 4]);
    expect(must(await wire.get(`${path}/imports`), 200).body.data).toEqual([]);
    expect((await send('[1]', 'text/csv', '/api/v1/chatbots')).status).toBeGreaterThanOrEqual(400);
    expect((await wire.get(`${path}/export?format=xml`)).status).toBe(400);
  });

  test('is no other team’s to see, and needs the scopes of knowledge', async () => {
    const { id } = must(await send(TABLE, 'text/csv'), 202).body.data;
    const asked = ['imports', `imports/${id}`, 'export'].map((what) => stranger.get(`${path}/${what}`));
    const posted = ['cancel', 'retry'].map((what) => stranger.post(`${path}/imports/${id}/${what}`));
    const sent = stranger.with({ 'content-type': 'text/csv' }).send('POST', `${path}/import`, TABLE);
    const statuses = (await Promise.all([...asked, ...posted, sent])).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([404]));
    expect((await new WireClient(wire.baseUrl).get(`${path}/export`)).status).toBe(401);
  });
});

/** Every snippet of the Python client's README against a server. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { eventually } from '#testing';
import { must } from '#testing/parley';
import { WebhookSink } from '#testing/webhooks';
import { PYTHON_SOURCE, PythonPackage } from './python-package';
import { DELIVERY, QUESTION, Shop } from './shop';

const README = readFileSync(path.join(PYTHON_SOURCE, 'README.md'), 'utf8');
const ADDRESS = 'https://chat.example.com';

/** The snippets of each chapter, which is a name. */
const SNIPPETS = new Map(
  README.split(/^## /m).map((chapter): [string, string[]] => [
    chapter.slice(0, chapter.indexOf('\n')),
    [...chapter.matchAll(/^```python\n([\s\S]*?)^```$/gm)].map(([, code]) => code!),
  ]),
);

/** What the README says that the snippets after the first one go on with. */
const PRELUDE = `import os
from parley import Parley
parley = Parley(api_key=os.environ.get("PARLEY_API_KEY"), base_url="${ADDRESS}")
chatbot_id = os.environ.get("CHATBOT_ID", "")
`;

const asFile = (code: string) => (code.includes('from parley import Parley\n') ? code : PRELUDE + code);
const nameOf = (chapter: string, at: number) => `${chapter.toLowerCase().replace(/\W+/g, '_')}_${at}.py`;

describe('a snippet of the README', () => {
  let shop: Shop;
  let python: PythonPackage;

  beforeAll(async () => {
    [shop, python] = await Promise.all([Shop.open(), PythonPackage.open()]);
    for (const [chapter, codes] of SNIPPETS)
      for (const [at, code] of codes.entries())
        python.write(nameOf(chapter, at), asFile(code).replaceAll(ADDRESS, shop.network.baseUrl));
    python.write('handbook.md', `# ${DELIVERY.title}\n\n${DELIVERY.content}\n`);
  });
  beforeEach(() => {
    shop.network.reset();
    shop.says(['It takes ', '2 to 3 ', 'working days [1].']);
  });
  afterAll(async () => {
    await shop?.close();
    await python?.remove();
  });

  const environment = () => ({
    PARLEY_API_KEY: shop.team.apiKey,
    PARLEY_BASE_URL: shop.network.baseUrl,
    PARLEY_USERNAME: shop.team.account.username,
    PARLEY_PASSWORD: shop.team.account.password,
    CHATBOT_ID: shop.botId,
  });

  const run = (chapter: string, at = 0) => python.printed([nameOf(chapter, at)], environment());

  test('is tested here, whichever it is', () => {
    expect([...SNIPPETS].map(([chapter, codes]) => [chapter, codes.length]).filter(([, count]) => count)).toEqual([
      ['A first answer', 1],
      ['All of the API', 2],
      ['Streams', 1],
      ['Leaving', 1],
      ['Errors', 1],
      ['Time limits and retries', 1],
      ['Uploads', 2],
      ['Lists', 1],
      ['People', 1],
      ['Webhooks', 1],
      ['The published clients', 1],
    ]);
  });

  test('asks, and shows the answer with its source', async () => {
    expect(await run('A first answer')).toMatch(/takes 2 to 3 working days.* 0\.\d+ Delivery/);
  });

  test('calls several dialects', async () => {
    expect(await run('All of the API')).toMatch(/^[\w-]+ \d+ [\d.]+ Helper$/m);
    expect(await run('All of the API', 1)).toMatch(/^text\/csv; charset=utf-8 \S+/);
  });

  test('reads a stream to its end although the connection is cut in its midst', async () => {
    const pieces = Array.from({ length: 20 }, (_, at) => ` word${at}`);
    const text = shop.says(pieces, 20);
    shop.network.fails({ cutAfterEvents: 3 });
    expect((await run('Streams')).trim().startsWith(text.trim())).toBe(true);
    expect(shop.network.requests.map(({ method }) => method)).toEqual(['POST', 'GET']);
    expect(shop.network.requests[1]?.headers['last-event-id']).toMatch(/^[0-9a-f-]{36}\.\d+$/);
  });

  test('leaves a stream, and closes one under its reader', async () => {
    shop.says(
      Array.from({ length: 100 }, (_, at) => ` word${at}`),
      50,
    );
    expect(await run('Leaving')).toBe('started\nleft: The stream was closed.\n');
    await eventually(() => shop.network.openAnswers === 0);
  });

  test('tells errors apart', async () => {
    expect(await run('Errors')).toMatch(
      /^400 VALIDATION_ERROR \(FieldProblem\(field='configuration.temperature', message='\w/,
    );
  });

  test('waits as long as it is told to', async () => {
    shop.network.fails({ refusal: { status: 429, headers: { 'retry-after': '1' } }, times: 2 });
    const [, waitedS] = /^Patient ([\d.]+)$/m.exec(await run('Time limits and retries')) ?? [];
    expect(Number(waitedS)).toBeGreaterThanOrEqual(2);
    const keys = shop.network.requests.map(({ headers }) => headers['idempotency-key']);
    expect(keys).toEqual([keys[0], keys[0], keys[0]]);
    expect(keys[0]).toMatch(/^\w{32}$/);
  });

  test('uploads a file as it is read, and follows it until it is ready', async () => {
    const lines = (await run('Uploads')).trim().split('\n');
    expect(lines.at(-1)).toBe('ready 1');
    expect(lines.at(-2)).toBe('ready 100');
    const found = await shop.team.asKey.get(`/api/v1/chatbots/${shop.botId}/documents`);
    expect(must(found, 200).body.data).toMatchObject([{ title: 'handbook.md', status: 'ready', tags: ['staff'] }]);
    expect(await run('Uploads', 1)).toBe('completed Visitors may park behind the house.\n');
  });

  test('goes over all items', async () => {
    const names = Array.from({ length: 5 }, (_, at) => `Listed ${at}`);
    for (const name of names) must(await shop.team.asKey.post('/api/v1/chatbots', { name }), 201);
    for (const title of names) must(await shop.team.asKey.post('/api/documents', { title, content: '' }), 201);
    const [first, ...rest] = (await run('Lists')).trim().split('\n');
    expect(first).toBe(`2 of ${rest.length - 1}`);
    expect(rest).toEqual(expect.arrayContaining(names));
    expect(new Set(rest).size).toBe(rest.length);
    expect(rest.at(-1)).toBe('5');
  });

  test('logs a person in', async () => {
    expect((await run('People')).trim().split('\n')).toEqual([
      "keep ['access_token', 'expires_at', 'refresh_token']",
      `${shop.team.account.email} sk_live_`,
    ]);
  });

  test('receives webhooks, and refuses what is not genuine', async () => {
    const secret = 'a secret of the shop';
    const sink = await WebhookSink.start();
    const hook = { url: sink.url('/hook'), events: ['message.sent'], secret };
    must(await shop.team.asKey.post('/api/v1/webhooks', hook), 201);
    must(await shop.team.asKey.post(`/api/v1/chatbots/${shop.botId}/conversation`, { message: QUESTION }), 200);
    const [delivery] = await sink.untilCount('/hook', 1);
    await sink.stop();
    const port = String(20_000 + (process.pid % 10_000));
    const server = python.start([nameOf('Webhooks', 0)], { PORT: port, WEBHOOK_SECRET: secret });
    let printed = '';
    server.stdout?.on('data', (piece) => (printed += piece));
    const deliver = async (body: string) => {
      const { 'content-length': _, ...headers } = delivery!.headers;
      const answer = await eventually(() => fetch(`http://127.0.0.1:${port}`, { method: 'POST', headers, body }));
      return answer.status;
    };
    try {
      expect(await deliver(delivery!.body)).toBe(204);
      await eventually(() => printed.includes('message.sent '));
      expect(await deliver(delivery!.body.replace('message.sent', 'message.lost'))).toBe(401);
    } finally {
      server.kill();
    }
  });

  test('makes the published calls', async () => {
    const lines = (await run('The published clients')).trim().split('\n');
    expect(lines.at(-1)).toMatch(/\S [\d.]+(e-\d+)?$/);
    expect(lines).toContain(' 4');
    const paths = shop.network.requests.map(
      ({ method, path: called }) => `${method} ${called.replace(/\w+_[0-9a-f]{32}/, ':id')}`,
    );
    expect(paths).toEqual([
      'POST /api/chat',
      'POST /api/chat/:id/messages',
      'GET /api/chat/:id/history',
      'POST /api/v1/conversations',
      'POST /api/v1/conversations/:id/feedback',
    ]);
  });
});

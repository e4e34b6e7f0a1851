/** Every snippet of the TypeScript client's README, with the package as it would be published, against a server. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { eventually } from '#testing';
import { must } from '#testing/parley';
import { WebhookSink } from '#testing/webhooks';
import { PackedPackage } from './packed-package';
import { DELIVERY, QUESTION, Shop } from './shop';

const README = readFileSync(path.resolve(__dirname, '../../../clients/typescript/README.md'), 'utf8');
const ADDRESS = 'https://chat.example.com';

/** The snippets of each chapter, which is a name. */
const SNIPPETS = new Map(
  README.split(/^## /m).map((chapter): [string, string[]] => [
    chapter.slice(0, chapter.indexOf('\n')),
    [...chapter.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => code!),
  ]),
);

/** What the README says that the snippets after the first one go on with. */
const PRELUDE = `import { Parley } from 'parley-client';
const parley = new Parley({ apiKey: process.env.PARLEY_API_KEY, baseUrl: '${ADDRESS}' });
const chatbotId = process.env.CHATBOT_ID ?? '';
`;

const REQUIRED = `import { Parley, type PlatformReply } from 'parley-client';
const sending = new Parley().platform.sendMessageToChatbot({ id: '1', body: { message: 'Hi' } });
export const reply: Promise<PlatformReply> = sending.then(({ data }) => data);
`;
const WRONG = `import { Parley } from 'parley-client';
void new Parley().platform.getChatbot({ id: 1 });
void new Parley().platform.createChatbot({ body: {} });
void new Parley().platform.sendMessageToChatbot({ id: '1', body: { message: 'Hi' } }).then(({ data }) => data.txt);
`;

const asFile = (code: string) => (code.includes('import { Parley } from') ? code : PRELUDE + code);
const nameOf = (chapter: string, at: number) => `${chapter.toLowerCase().replace(/\W+/g, '-')}-${at}.mts`;

describe('a snippet of the README', () => {
  let shop: Shop;
  let client: PackedPackage;

  beforeAll(async () => {
    [shop, client] = await Promise.all([Shop.open(), PackedPackage.install()]);
    for (const [chapter, codes] of SNIPPETS)
      for (const [at, code] of codes.entries())
        client.write(nameOf(chapter, at), asFile(code).replaceAll(ADDRESS, shop.network.baseUrl));
    client.write('handbook.md', `# ${DELIVERY.title}\n\n${DELIVERY.content}\n`);
  });
  beforeEach(() => {
    shop.network.reset();
    shop.says(['It takes ', '2 to 3 ', 'working days [1].']);
  });
  afterAll(async () => {
    await shop?.close();
    await client?.remove();
  });

  const environment = () => ({
    PARLEY_API_KEY: shop.team.apiKey,
    PARLEY_BASE_URL: shop.network.baseUrl,
    PARLEY_USERNAME: shop.team.account.username,
    PARLEY_PASSWORD: shop.team.account.password,
    CHATBOT_ID: shop.botId,
  });

  /** What it prints. */
  const run = async (chapter: string, at = 0) => {
    const { output, code } = await client.run(nameOf(chapter, at), environment());
    if (code !== 0) throw new Error(`${chapter} ended with ${code}:\n${output}`);
    return output;
  };

  test('compiles in a strict project, as do all others; what no operation takes does not', async () => {
    const names = [...SNIPPETS].flatMap(([chapter, codes]) => codes.map((_, at) => nameOf(chapter, at)));
    expect(names).toHaveLength(12);
    client.write('required.cts', REQUIRED);
    client.write('wrong.mts', WRONG);
    const faults = (await client.compile([...names, 'required.cts', 'wrong.mts'])).trim().split('\n');
    expect(faults.filter((fault) => /^\S/.test(fault))).toEqual([
      expect.stringMatching(/^wrong\.mts\(2,.* 'number' is not assignable to type 'string'/),
      expect.stringMatching(/^wrong\.mts\(3,.* Property 'name' is missing/),
      expect.stringMatching(/^wrong\.mts\(4,.* Property 'txt' does not exist/),
    ]);
  });

  test('asks, and shows the answer with its source', async () => {
    expect(await run('A first answer')).toMatch(/takes 2 to 3 working days.* 0\.\d+ Delivery/);
  });

  test('calls all dialects', async () => {
    expect(await run('All of the API')).toMatch(/^bot_\w+ \d+ [\d.]+ Helper$/m);
    expect(await run('All of the API', 1)).toMatch(/^text\/csv; charset=utf-8 \S+/);
  });

  test('reads a stream to its end although the connection is cut in its midst', async () => {
    const pieces = shop.says(
      Array.from({ length: 20 }, (_, at) => ` word${at}`),
      20,
    );
    shop.network.fails({ cutAfterEvents: 3 });
    expect((await run('Streams')).trim().startsWith(pieces.trim())).toBe(true);
    expect(shop.network.requests.map(({ method }) => method)).toEqual(['POST', 'GET']);
    expect(shop.network.requests[1]?.headers['last-event-id']).toMatch(/^[0-9a-f-]{36}\.\d+$/);
  });

  test('aborts in the midst of a stream', async () => {
    expect(await run('Aborting')).toBe('true\n');
  });

  test('tells errors apart', async () => {
    expect(await run('Errors')).toMatch(
      /^400 VALIDATION_ERROR \[[\s\S]*field: 'configuration.temperature'[\s\S]*message: '/,
    );
  });

  test('waits as long as it is told to', async () => {
    shop.network.fails({ refusal: { status: 429, headers: { 'retry-after': '1' } }, times: 2 });
    const [, waitedMs] = /^Patient (\d+)$/m.exec(await run('Time limits and retries')) ?? [];
    expect(Number(waitedMs)).toBeGreaterThanOrEqual(2_000);
    const keys = shop.network.requests.map(({ headers }) => headers['idempotency-key']);
    expect(keys).toEqual([keys[0], keys[0], keys[0]]);
    expect(keys[0]).toMatch(/^\w{32}$/);
  });

  test('uploads a file as it is read, and follows it until it is ready', async () => {
    const lines = (await run('Uploads')).trim().split('\n');
    expect(lines.at(-1)).toBe('ready 1');
    expect(lines.at(-2)).toBe('ready 100');
    expect(shop.network.requests[0]?.headers['transfer-encoding']).toBe('chunked');
    const found = await shop.team.asKey.get(`/api/v1/chatbots/${shop.botId}/documents`);
    expect(must(found, 200).body.data).toMatchObject([{ title: 'handbook.md', status: 'ready', tags: ['staff'] }]);
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
    expect(await run('People')).toMatch(
      new RegExp(`^keep .*accessToken[\\s\\S]*${shop.team.account.email} sk_live_$`, 'm'),
    );
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
    const server = client.start(nameOf('Webhooks', 0), { PORT: port, WEBHOOK_SECRET: secret });
    let printed = '';
    server.stdout?.on('data', (piece) => (printed += piece));
    const deliver = async (body: string) => {
      const sent = { method: 'POST', headers: delivery!.headers, body };
      const { 'content-length': _, ...headers } = sent.headers;
      const answer = await eventually(() => fetch(`http://127.0.0.1:${port}`, { ...sent, headers }));
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
    expect(lines.at(-1)).toMatch(/\S 0?\.?\d+$/);
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

  test('finds both forms of the package, and nothing else in it than it needs', async () => {
    client.write(
      'by-require.cjs',
      "const { Parley, ...all } = require('parley-client'); console.log(typeof Parley, Object.keys(all).length);",
    );
    client.write(
      'by-import.mjs',
      "import { Parley, ...all } from 'parley-client';".replace(', ...all', '') +
        "import * as all from 'parley-client'; console.log(typeof Parley, Object.keys(all).length - 1);",
    );
    const [required, imported] = [await client.run('by-require.cjs'), await client.run('by-import.mjs')];
    expect(required).toEqual({ code: 0, output: expect.stringMatching(/^function \d\d\n$/) });
    expect(imported).toEqual(required);
    const folders = new Set(client.files.map((file) => file.split('/')[0]));
    expect([...folders].sort()).toEqual(['LICENSE', 'README.md', 'dist', 'package.json']);
    expect(client.files.filter((file) => file.includes('spec'))).toEqual([]);
    const code = readFileSync(path.join(client.folder, 'node_modules/parley-client/dist/esm/index.js'), 'utf8');
    expect(code).not.toMatch(/^import |\brequire\(/m);
  });
});

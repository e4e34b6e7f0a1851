/** `Idempotency-Key`: whoever sends a request again gets the answer that they missed, and nothing is done twice. */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { eventually } from '#testing';
import {
  allFrames,
  createBotThatKnows,
  must,
  type RegisteredTeam,
  readFrames,
  registerTeam,
  sharedInstallation,
  type WireAnswer,
  WireClient,
} from '#testing/parley';
import { openRaw } from '../attacks/raw-http';

const ITEMS = [{ title: 'Delivery', content: 'Standard delivery takes 2 to 3 working days and costs 3.90 euros.' }];
const MESSAGE = 'How long does delivery take?';

describe('a request with an Idempotency-Key', () => {
  let baseUrl: string;
  let team: RegisteredTeam;
  let botId: string;

  beforeAll(async () => {
    ({ baseUrl } = await sharedInstallation());
    team = await registerTeam(new WireClient(baseUrl));
    ({ botId } = await createBotThatKnows(team.asKey, ITEMS));
  });

  const keyed = (key: string, wire = team.asKey) => wire.with({ 'idempotency-key': key });
  const isReplayed = ({ headers }: WireAnswer | Response) => headers.get('idempotent-replayed') === 'true';
  const countOf = async (path: string) => must(await team.asKey.get(`${path}?limit=1`), 200).body.pagination.total;
  const botCount = () => countOf('/api/v1/chatbots');
  const said = async (sessionId: string) => {
    const path = `/api/v1/chatbots/${botId}/conversation/history?sessionId=${sessionId}&limit=1`;
    return must(await team.asKey.get(path), 200).body.pagination.total;
  };

  describe('sent again', () => {
    test('is answered the same and done once, with ids of its own', async () => {
      const wire = keyed(randomUUID());
      const before = await botCount();
      const first = must(await wire.post('/api/v1/chatbots', { name: 'Once' }), 201);
      const second = must(await wire.post('/api/v1/chatbots', { name: 'Once' }), 201);
      expect(second.body).toEqual(first.body);
      expect([isReplayed(first), isReplayed(second)]).toEqual([false, true]);
      expect(second.headers.get('content-type')).toBe(first.headers.get('content-type'));
      expect(second.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
      expect(await botCount()).toBe(before + 1);
    });

    test('with or without quotes is the same', async () => {
      const key = randomUUID();
      const first = must(await keyed(key).post('/api/v1/chatbots', { name: 'Quoted' }), 201);
      expect((await keyed(`"${key}"`).post('/api/v1/chatbots', { name: 'Quoted' })).body).toEqual(first.body);
    });

    test('eight times at once is done once, and answered the same eight times', async () => {
      const wire = keyed(randomUUID());
      const before = await botCount();
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => wire.post('/api/v1/chatbots', { name: 'At once' })),
      );
      expect(new Set(answers.map(({ status, body }) => `${status} ${body.data?.id}`)).size).toBe(1);
      expect(answers.filter((answer) => !isReplayed(answer))).toHaveLength(1);
      expect(await botCount()).toBe(before + 1);
    });

    test('tells a secret again that is told only once', async () => {
      const wire = keyed(randomUUID(), team.asUser);
      const [first, second] = [
        must(await wire.post('/api/v1/auth/api-key', { name: 'Twice' }), 201),
        must(await wire.post('/api/v1/auth/api-key', { name: 'Twice' }), 201),
      ];
      expect(second.body.data.apiKey).toBe(first.body.data.apiKey);
      must(await new WireClient(baseUrl).withKey(second.body.data.apiKey).get('/api/v1/chatbots'), 200);
    });

    test('of a refusal by what there is gives the same refusal', async () => {
      const wire = keyed(randomUUID());
      const path = `/api/v1/chatbots/${randomUUID()}/knowledge-bases`;
      const first = must(await wire.post(path, { name: 'Nowhere' }), 404);
      const second = must(await wire.post(path, { name: 'Nowhere' }), 404);
      expect([isReplayed(second), second.body]).toEqual([true, first.body]);
    });

    test('after the input was refused is executed, with what was meant', async () => {
      const wire = keyed(randomUUID());
      must(await wire.post('/api/v1/chatbots', { name: '' }), 400);
      expect(isReplayed(must(await wire.post('/api/v1/chatbots', { name: 'Mended' }), 201))).toBe(false);
    });
  });

  describe('for something else', () => {
    test.each([
      ['another body', '/api/v1/chatbots', { name: 'Other' }],
      ['another order of its members', '/api/v1/chatbots', { description: 'd', name: 'First' }],
      ['another query', '/api/v1/chatbots?x=1', { name: 'First', description: 'd' }],
      ['another route', '/v1/bots', { name: 'First', description: 'd' }],
    ])('by %s is a conflict, and changes nothing', async (_what, path, body) => {
      const wire = keyed(randomUUID());
      must(await wire.post('/api/v1/chatbots', { name: 'First', description: 'd' }), 201);
      const before = await botCount();
      const answer = must(await wire.post(path, body), 409);
      expect(JSON.stringify(answer.body)).toContain('Each request needs a key of its own.');
      expect(await botCount()).toBe(before);
    });

    test('of somebody else is theirs', async () => {
      const key = randomUUID();
      const [mine, theirs] = [team.asKey, (await registerTeam(new WireClient(baseUrl))).asKey];
      const first = must(await keyed(key, mine).post('/api/v1/chatbots', { name: 'Mine' }), 201);
      const second = must(await keyed(key, theirs).post('/api/v1/chatbots', { name: 'Theirs' }), 201);
      const third = must(await keyed(key, team.asUser).post('/api/v1/chatbots', { name: 'The user’s' }), 201);
      expect(new Set([first, second, third].map(({ body }) => body.data.id)).size).toBe(3);
    });

    test.each(['', ' ', 'two words', 'é', 'x'.repeat(256)])('the key %j is refused', async (key) => {
      const before = await botCount();
      const headers = { 'x-api-key': team.apiKey, 'content-type': 'application/json', 'idempotency-key': key };
      const answer = await fetch(`${baseUrl}/api/v1/chatbots`, { method: 'POST', headers, body: '{"name":"x"}' });
      expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('1 to 255 visible')]);
      expect(await botCount()).toBe(before);
    });

    test('a search may use it as often as it wants', async () => {
      const wire = keyed('the same for all');
      const baseId = must(await team.asKey.get(`/api/v1/chatbots/${botId}/knowledge-bases`), 200).body.data[0].id;
      for (const query of ['delivery', 'euros', 'delivery']) {
        const answer = must(await wire.post(`/api/v1/knowledge-bases/${baseId}/search`, { query }), 200);
        expect(isReplayed(answer)).toBe(false);
      }
    });
  });

  describe('in a chat', () => {
    const path = () => `/api/v1/chatbots/${botId}/conversation`;

    test('is said once', async () => {
      const [wire, sessionId] = [keyed(randomUUID()), randomUUID()];
      const first = must(await wire.post(path(), { message: MESSAGE, sessionId }), 200);
      expect(must(await wire.post(path(), { message: MESSAGE, sessionId }), 200).body).toEqual(first.body);
      expect(await said(sessionId)).toBe(2);
    });

    test('gives a stream again, frame by frame', async () => {
      const [wire, body] = [keyed(randomUUID()), { message: MESSAGE, stream: true, sessionId: randomUUID() }];
      const first = await allFrames(await wire.open('POST', path(), body));
      const again = await wire.open('POST', path(), body);
      expect([isReplayed(again), again.headers.get('content-type')]).toEqual([
        true,
        'text/event-stream; charset=utf-8',
      ]);
      expect(await allFrames(again)).toEqual(first);
      expect(await said(body.sessionId)).toBe(2);
    });

    test('gives the whole stream to who has lost it', async () => {
      const [wire, body] = [keyed(randomUUID()), { message: MESSAGE, stream: true, sessionId: randomUUID() }];
      const leaving = new AbortController();
      for await (const frame of readFrames(await wire.open('POST', path(), body, leaving.signal))) {
        expect(frame.event).toBe('started');
        break;
      }
      leaving.abort();
      const frames = await allFrames(await wire.open('POST', path(), body));
      expect([frames[0]?.event, frames.at(-1)?.event]).toEqual(['started', 'done']);
      expect(await said(body.sessionId)).toBe(2);
    });
  });

  describe('with a file', () => {
    const documents = () => `/api/v1/chatbots/${botId}/documents`;
    const formOf = (content: string, title = 'Notes') => {
      const form = new FormData();
      form.append('title', title);
      form.append('file', new Blob([content], { type: 'text/plain' }), 'notes.txt');
      form.append('description', 'What was noted.');
      return form;
    };

    test.each([
      ['a small one', 'We met on Monday.'],
      ['a large one', 'We met on Monday. '.repeat(100_000)],
    ])('%s is taken once, though a form has another boundary each time', async (_which, content) => {
      const wire = keyed(randomUUID());
      const before = await countOf(documents());
      const first = must(await wire.post(documents(), formOf(content)), 202);
      const second = must(await wire.post(documents(), formOf(content)), 202);
      expect([isReplayed(second), second.body.data.id]).toEqual([true, first.body.data.id]);
      expect(await countOf(documents())).toBe(before + 1);
    });

    test.each([
      ['another file', formOf('We met on Tuesday.')],
      ['another field', formOf('We met on Monday.', 'Other')],
    ])('%s under its key is a conflict', async (_what, other) => {
      const wire = keyed(randomUUID());
      must(await wire.post(documents(), formOf('We met on Monday.')), 202);
      const before = await countOf(documents());
      must(await wire.post(documents(), other), 409);
      expect(await countOf(documents())).toBe(before);
    });

    test('that broke off is taken when it is sent again', async () => {
      const [key, before] = [randomUUID(), await countOf(documents())];
      const socket = await openRaw(baseUrl);
      const head = [
        ...[`POST ${documents()} HTTP/1.1`, 'Host: x', `X-API-Key: ${team.apiKey}`, `Idempotency-Key: ${key}`],
        ...['Content-Type: multipart/form-data; boundary=b', 'Content-Length: 100000', '', ''],
      ];
      const part = ['--b', 'Content-Disposition: form-data; name="file"; filename="notes.txt"', '', 'We met on'];
      socket.write([...head, ...part].join('\r\n'));
      await delay(200);
      socket.destroy();
      const whole = await eventually(async () => {
        const sent = await keyed(key).post(documents(), formOf('We met on Monday.'));
        return sent.status === 202 && sent;
      });
      expect(isReplayed(whole)).toBe(false);
      expect(await countOf(documents())).toBe(before + 1);
    });

    test('twice at once is taken once', async () => {
      const wire = keyed(randomUUID());
      const before = await countOf(documents());
      const answers = await Promise.all([1, 2, 3].map(() => wire.post(documents(), formOf('At once.'))));
      expect(new Set(answers.map((answer) => must(answer, 202).body.data.id)).size).toBe(1);
      expect(await countOf(documents())).toBe(before + 1);
    });
  });

  describe('of every dialect', () => {
    const OPENAI = '/openai/v1/chat/completions';
    const idIn = ({ body }: WireAnswer) =>
      JSON.stringify(body).match(/"(?:id|chat_id|conversation_id|message_id|name|bot_id)":"[^"]+"/g);

    test.each([
      ['support', '/api/v1/conversations', { message: 'Hello', user_id: 'ada' }, { message: 'Bye', user_id: 'ada' }],
      ['assistant', '/api/chat', { message: 'Hello' }, { message: 'Bye' }],
      ['manager', '/v1/bots', { name: 'Managed' }, { name: 'Other' }],
      ['criabot', '/bots/chats/start', {}, { other: true }],
      ['mcp', '/mcp', { jsonrpc: '2.0', id: 1, method: 'tools/list' }, { jsonrpc: '2.0', id: 2, method: 'tools/list' }],
    ])('%s: is executed once, and a conflict for something else', async (_dialect, path, body, other) => {
      const wire = keyed(randomUUID()).with({ accept: 'application/json, text/event-stream' });
      const first = await wire.post(path, body);
      const second = await wire.post(path, body);
      expect([first.status < 300, isReplayed(second), second.status]).toEqual([true, true, first.status]);
      expect(idIn(second)).toEqual(idIn(first));
      must(await wire.post(path, other), 409);
    });

    test('OpenAI: gives the same completion, streamed or not, and says a conflict in its words', async () => {
      const model = must(await team.asKey.get('/openai/v1/models'), 200).body.data[0].id;
      const messages = [{ role: 'user', content: MESSAGE }];
      const wire = keyed(randomUUID());
      const first = must(await wire.post(OPENAI, { model, messages }), 200);
      expect(must(await wire.post(OPENAI, { model, messages }), 200).body).toEqual(first.body);
      const { error } = must(await wire.post(OPENAI, { model, messages, n: 1 }), 409).body;
      expect(error).toMatchObject({ type: 'invalid_request_error', code: 'conflict', param: null });
      const streaming = keyed(randomUUID());
      const texts = [1, 2].map(async () => {
        const answer = await streaming.open('POST', OPENAI, { model, messages, stream: true });
        return answer.text();
      });
      const [one, two] = await Promise.all(texts);
      expect([one, one?.trimEnd().endsWith('data: [DONE]')]).toEqual([two, true]);
    });
  });
});

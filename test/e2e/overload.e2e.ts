/** An installation that serves two requests at a time, and no more. */
import { once } from 'node:events';
import net from 'node:net';
import { eventually } from '#testing';
import { Installation, must, registerTeam, WireClient } from '#testing/parley';

const AT_ONCE = 2;

/** A request whose body does not end until it is told to: the server is busy with it all that time. */
async function slowRequest(baseUrl: string): Promise<{ end(): Promise<string> }> {
  const { hostname, port } = new URL(baseUrl);
  const socket = net.connect(Number(port), hostname);
  await once(socket, 'connect');
  const body = JSON.stringify({ username: 'nobody', password: 'wrong password' });
  const head = ['POST /api/v1/auth/login HTTP/1.1', `Host: ${hostname}`, 'Content-Type: application/json'];
  socket.write([...head, `Content-Length: ${body.length}`, 'Connection: close', '', body.slice(0, -1)].join('\r\n'));
  return {
    end: async () => {
      let answer = '';
      socket.setEncoding('utf8').on('data', (text: string) => {
        answer += text;
      });
      socket.write(body.slice(-1));
      await once(socket, 'close');
      return answer;
    },
  };
}

describe('a process that has as much to do as it may', () => {
  let parley: Installation;

  beforeAll(async () => {
    parley = await Installation.start({ MAX_CONCURRENT_REQUESTS: String(AT_ONCE) }, undefined, { apis: 1 });
  });
  afterAll(() => parley?.remove());

  const get = async (path: string) => {
    const answer = await fetch(parley.baseUrl + path);
    return { status: answer.status, headers: answer.headers, body: await answer.json() };
  };

  test('turns requests away in the words of their API, answers health, ends what it has begun, and recovers', async () => {
    const team = await registerTeam(new WireClient(parley.baseUrl));
    const slow = await Promise.all(Array.from({ length: AT_ONCE }, () => slowRequest(parley.baseUrl)));
    await eventually(async () => (await get('/api/v1/chatbots')).status === 503);

    const refused = await get('/api/v1/chatbots');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.headers.get('x-request-id')).toMatch(/^req_/);
    for (const name of ['limit', 'remaining', 'reset'])
      expect(Number(refused.headers.get(`x-ratelimit-${name}`))).toBeGreaterThan(0);
    expect(refused.body).toMatchObject({ status: 'error', code: 'SERVICE_UNAVAILABLE' });
    expect((await get('/api/chat')).body).toMatchObject({ error: { code: 'SERVICE_UNAVAILABLE' } });
    expect((await get('/api/v1/conversations')).body).toMatchObject({ error: { code: 'service_unavailable' } });
    expect((await get('/v1/bots')).body).toMatchObject({ error: { code: 'service_unavailable' } });
    expect((await get('/bots/x')).body).toMatchObject({ status: 503, code: 'ERROR' });
    expect((await get('/openai/v1/models')).body).toMatchObject({
      error: { message: expect.stringContaining('too much') },
    });
    for (const path of ['/health', '/api/v1/health']) expect([path, (await get(path)).status]).toEqual([path, 200]);

    const answers = await Promise.all(slow.map((request) => request.end()));
    expect(answers.map((answer) => answer.slice(0, 12))).toEqual(Array(AT_ONCE).fill('HTTP/1.1 401'));
    await eventually(async () => (await get('/api/v1/chatbots')).status === 401);
    expect((await team.asKey.get('/api/v1/chatbots')).status).toBe(200);
  });

  test('does not count readers of streams', async () => {
    const team = await registerTeam(new WireClient(parley.baseUrl));
    const leaving = new AbortController();
    const headers = { authorization: `Bearer ${team.apiKey}` };
    const began = must(await team.asKey.post('/api/v1/conversations', { message: 'hello', user_id: 'ada' }), 200);
    const id = began.body.conversation_id;
    const follow = (after: number) =>
      fetch(`${parley.baseUrl}/api/v1/conversations/${id}/events?after=${after}`, { headers, signal: leaving.signal });
    for (let n = 0; n < AT_ONCE + 2; n += 1) expect((await follow(0)).status).toBe(200);
    // Nothing has come yet for these.
    const waiting = Array.from({ length: AT_ONCE + 2 }, () => follow(1_000).catch(() => undefined));
    await eventually(async () => (await team.asKey.get('/api/v1/chatbots')).status === 200);
    expect((await team.asKey.get('/api/v1/chatbots')).status).toBe(200);
    leaving.abort();
    await Promise.all(waiting);
  });
});

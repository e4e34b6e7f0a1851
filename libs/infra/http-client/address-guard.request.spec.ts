import type { LookupAddress } from 'node:dns';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AppError } from '#kernel';
import { AddressGuard, type OutgoingRequest } from './address-guard';
import { readBody } from './read-body';

const PUBLIC: LookupAddress = { address: '93.184.215.14', family: 4 };
const LOOPBACK: LookupAddress = { address: '127.0.0.1', family: 4 };
const POST: OutgoingRequest = { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: 'Grüße' };

describe('AddressGuard.request', () => {
  const guards: AddressGuard[] = [];
  let server: Server;
  let port: number;
  let received: Array<{ request: IncomingMessage; body: string }>;
  let answer: (response: ServerResponse, request: IncomingMessage) => void;

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      received.push({ request, body });
      answer(response, request);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });

  beforeEach(() => {
    received = [];
    answer = (response) => void response.end('hello');
  });

  afterEach(() => Promise.all(guards.splice(0).map((guard) => guard.onApplicationShutdown())));

  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  /** Names resolve to these, one list each time and then to the last. */
  function guardOf(allowsPrivateAddresses: boolean, ...answers: LookupAddress[][]) {
    const asked: string[] = [];
    const resolve = async (hostname: string) => {
      asked.push(hostname);
      return answers.length > 1 ? answers.shift()! : answers[0]!;
    };
    const guard = new AddressGuard({ allowsPrivateAddresses, ...(answers.length > 0 ? { resolve } : {}) });
    guards.push(guard);
    return { guard, asked };
  }

  const url = (path = '/') => `http://127.0.0.1:${port}${path}`;
  const named = () => `http://hooks.example.com:${port}/`;
  const open = () => guardOf(true).guard;
  const codeOf = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => undefined,
      ({ code }: AppError | NodeJS.ErrnoException) => code,
    );

  it('sends what it is given and answers with status, headers and body', async () => {
    answer = (response) => void response.writeHead(418, { 'X-Tea': 'yes', 'Set-Cookie': ['a', 'b'] }).end('short');
    const { status, headers, body } = await open().request(url('/v1?x=y'), POST);
    expect([status, headers['x-tea'], headers['set-cookie']]).toEqual([418, 'yes', ['a', 'b']]);
    expect(String((await readBody(body, { maxBytes: 100, timeoutMs: 5_000 })).bytes)).toBe('short');
    expect(received[0]).toMatchObject({ body: 'Grüße', request: { method: 'POST', url: '/v1?x=y' } });
    expect(received[0]!.request.headers).toMatchObject({ 'content-type': 'text/plain', host: `127.0.0.1:${port}` });
  });

  it.each([301, 302, 303, 307, 308])('gives the status %i of a redirect and does not follow it', async (status) => {
    answer = (response, request) =>
      void (request.url === '/secret' ? response : response.writeHead(status, { location: url('/secret') })).end();
    const redirect = await open().request(url(), POST);
    redirect.body.resume();
    expect(redirect.status).toBe(status);
    expect(received.map(({ request }) => request.url)).toEqual(['/']);
  });

  it('connects to no literal address and no host that is private', async () => {
    const { guard } = guardOf(false);
    for (const host of ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '2130706433'])
      expect(await codeOf(guard.request(`http://${host}:${port}/`, POST))).toBe('http_client.address_refused');
    for (const bad of ['ftp://example.com', 'example.com', `http://me@127.0.0.1:${port}/`])
      expect(await codeOf(guard.request(bad, POST))).toBe('http_client.address_invalid');
    expect(received).toEqual([]);
  });

  it('connects to no name that resolves to a private address', async () => {
    const { guard } = guardOf(false, [LOOPBACK]);
    expect(await codeOf(guard.request(named(), POST))).toBe('http_client.address_refused');
    expect(received).toEqual([]);
  });

  it('is not deceived by a name that is private the second time', async () => {
    const { guard, asked } = guardOf(false, [PUBLIC], [LOOPBACK]);
    await guard.checkResolved(named());
    expect(await codeOf(guard.request(named(), POST))).toBe('http_client.address_refused');
    expect([asked.length, received.length]).toEqual([2, 0]);
  });

  it('connects to the address that was checked, without asking again', async () => {
    const { guard, asked } = guardOf(true, [LOOPBACK], [PUBLIC]);
    const { status, body } = await guard.request(named(), POST);
    body.resume();
    expect([status, asked]).toEqual([200, ['hooks.example.com']]);
    expect(received[0]!.request.headers.host).toBe(`hooks.example.com:${port}`);
  });

  it('fails when the connection is reset', async () => {
    answer = (response) => response.socket?.resetAndDestroy();
    expect(await codeOf(open().request(url(), POST))).toMatch(/ECONNRESET|UND_ERR_SOCKET/);
  });

  it('ends with its signal, and then with the reason of it', async () => {
    const ended = new AbortController();
    const reason = new Error('It took too long.');
    answer = () => ended.abort(reason);
    await expect(open().request(url(), { ...POST, signal: ended.signal })).rejects.toBe(reason);
  });

  it('lets an endless body be read to a limit', async () => {
    const closed = Promise.withResolvers<void>();
    answer = (response) => {
      response.once('close', () => closed.resolve());
      const write = () => {
        while (response.write(Buffer.alloc(4_096, 'x')));
      };
      response.on('drain', write);
      write();
    };
    const { body } = await open().request(url(), POST);
    const { bytes, end } = await readBody(body, { maxBytes: 10_000, timeoutMs: 5_000 });
    expect([bytes.length, end]).toEqual([10_000, 'too_long']);
    await closed.promise;
  });
});

import type { LookupAddress } from 'node:dns';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { AppError } from '#kernel';
import { AddressGuard } from './address-guard';

const PUBLIC: LookupAddress = { address: '93.184.215.14', family: 4 };
const PUBLIC_6: LookupAddress = { address: '2606:4700:4700::1111', family: 6 };
const LOOPBACK: LookupAddress = { address: '127.0.0.1', family: 4 };

describe('AddressGuard', () => {
  const guards: AddressGuard[] = [];

  afterEach(() => Promise.all(guards.splice(0).map((guard) => guard.onApplicationShutdown())));

  function guardOf(settings: Partial<ConstructorParameters<typeof AddressGuard>[0]> = {}): AddressGuard {
    const guard = new AddressGuard({ allowsPrivateAddresses: false, ...settings });
    guards.push(guard);
    return guard;
  }

  /** A guard of names that resolve to these addresses, one list each time, and then to the last. */
  function guardOfName(...answers: LookupAddress[][]) {
    const asked: string[] = [];
    const resolve = (hostname: string) => {
      asked.push(hostname);
      return Promise.resolve(answers.length > 1 ? answers.shift()! : answers[0]!);
    };
    return { guard: guardOf({ resolve }), asked };
  }

  function codeOf(work: () => unknown): string | undefined {
    try {
      work();
      return undefined;
    } catch (error) {
      expect((error as AppError).kind).toBe('invalid_input');
      return (error as AppError).code;
    }
  }

  const codeOfAsync = (work: Promise<unknown>): Promise<string | undefined> =>
    work.then(
      () => undefined,
      (error: unknown) => (error instanceof AppError ? error.code : `other: ${error}`),
    );

  const lookUp = (guard: AddressGuard, options: { all?: boolean; family?: number } = {}) =>
    new Promise((resolve, reject) => {
      guard.lookup('api.example.com', options, (error, address, family) =>
        error === null ? resolve(options.all ? address : { address, family }) : reject(error),
      );
    });

  describe('check', () => {
    it.each([
      'https://example.com',
      'http://example.com:8080/v1?x=y',
      'https://93.184.215.14/',
      'https://[2606:4700:4700::1111]:8443/',
      'https://localhost.example.com/',
    ])('takes %s', (url) => expect(codeOf(() => guardOf().check(url))).toBeUndefined());

    it.each([
      'http://localhost',
      'http://LOCALHOST:3000/',
      'http://localhost./',
      'http://api.localhost/',
      'http://127.0.0.1/',
      'http://127.0.0.1./',
      'http://127.1/',
      'http://127.0.1/',
      'http://2130706433/',
      'http://0x7f000001/',
      'http://0x7f.1/',
      'http://0177.0.0.1/',
      'http://017700000001/',
      'http://0/',
      'http://①②⑦.0.0.1/',
      'http://127。0。0。1/',
      'http://%31%32%37.0.0.1/',
      'http://[::1]/',
      'http://[::]/',
      'http://[0:0:0:0:0:0:0:1]/',
      'http://[::ffff:127.0.0.1]/',
      'http://[::ffff:7f00:1]/',
      'http://[64:ff9b::7f00:1]/',
      'http://[fe80::1]/',
      'http://10.0.0.1/',
      'http://169.254.169.254/latest/meta-data/',
      'http://2852039166/',
    ])('refuses %s', (url) => expect(codeOf(() => guardOf().check(url))).toBe('http_client.address_refused'));

    it.each([
      '',
      'example.com',
      '/v1',
      'http://',
      'ftp://example.com',
      'file:///etc/passwd',
      'gopher://example.com',
      'data:text/plain,x',
      'javascript:alert(1)',
      'https://user@example.com',
      'https://user:password@example.com',
      'https://:password@example.com',
      'http://[fe80::1%25eth0]/',
      'http://256.0.0.1/',
      'http://exa mple.com/',
    ])('calls %j no address', (url) => expect(codeOf(() => guardOf().check(url))).toBe('http_client.address_invalid'));

    it('takes URL objects, and does not tell what it knows of the network', () => {
      expect(codeOf(() => guardOf().check(new URL('http://10.1.2.3')))).toBe('http_client.address_refused');
      expect(() => guardOf().check('http://10.1.2.3')).toThrow(expect.not.objectContaining({ message: /10\./ }));
    });
  });

  describe('lookup', () => {
    it('answers in the form that it is asked in', async () => {
      const { guard } = guardOfName([PUBLIC_6, PUBLIC]);
      expect(await lookUp(guard)).toEqual(PUBLIC_6);
      expect(await lookUp(guard, { family: 4 })).toEqual(PUBLIC);
      expect(await lookUp(guard, { all: true })).toEqual([PUBLIC_6, PUBLIC]);
      expect(await lookUp(guard, { all: true, family: 6 })).toEqual([PUBLIC_6]);
    });

    it('refuses a name of which any address is private, whichever is asked for', async () => {
      for (const options of [{}, { all: true }, { family: 6 }]) {
        const { guard } = guardOfName([PUBLIC_6, PUBLIC, LOOPBACK]);
        await expect(lookUp(guard, options)).rejects.toMatchObject({ code: 'http_client.address_refused' });
      }
    });

    it('says of a name without addresses what the system says', async () => {
      await expect(lookUp(guardOfName([]).guard)).rejects.toMatchObject({ code: 'ENOTFOUND' });
      await expect(lookUp(guardOfName([PUBLIC]).guard, { family: 6 })).rejects.toMatchObject({ code: 'ENOTFOUND' });
    });

    it('serves node:net', async () => {
      const { guard } = guardOfName([LOOPBACK]);
      const socket = connect({ host: 'api.example.com', port: 80, lookup: guard.lookup });
      const error = await new Promise((resolve) => socket.once('error', resolve));
      expect(error).toMatchObject({ code: 'http_client.address_refused' });
    });
  });

  describe('checkResolved', () => {
    it('tells whoever gives an address what it resolves to', async () => {
      const url = 'https://api.example.com/v1';
      expect(await codeOfAsync(guardOfName([PUBLIC]).guard.checkResolved(url))).toBeUndefined();
      expect(await codeOfAsync(guardOfName([LOOPBACK]).guard.checkResolved(url))).toBe('http_client.address_refused');
      expect(await codeOfAsync(guardOfName([]).guard.checkResolved(url))).toBe('http_client.name_unknown');
      expect(await codeOfAsync(guardOfName([PUBLIC]).guard.checkResolved('ftp://x'))).toBe(
        'http_client.address_invalid',
      );
    });

    it('asks nobody about literal addresses', async () => {
      const { guard, asked } = guardOfName([LOOPBACK]);
      await guard.checkResolved('https://93.184.215.14/');
      expect(asked).toEqual([]);
    });
  });

  describe('fetch', () => {
    let server: Server;
    let port: number;
    let received: Array<{ request: IncomingMessage; body: string }>;

    beforeAll(async () => {
      server = createServer(async (request, response) => {
        let body = '';
        for await (const chunk of request) body += chunk;
        received.push({ request, body });
        if (request.url?.startsWith('/redirect')) {
          const status = Number(request.url.slice('/redirect/'.length));
          response.writeHead(status, { location: `http://127.0.0.1:${port}/secret` }).end('moved');
        } else response.end('hello');
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      port = (server.address() as AddressInfo).port;
    });
    beforeEach(() => {
      received = [];
    });
    afterAll(async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    });

    it('refuses what check refuses, and connects to nobody', async () => {
      const guard = guardOf();
      for (const url of [
        `http://127.0.0.1:${port}/`,
        `http://localhost:${port}/`,
        `http://[::ffff:127.0.0.1]:${port}/`,
      ])
        expect(await codeOfAsync(guard.fetch(url))).toBe('http_client.address_refused');
      expect(await codeOfAsync(guard.fetch(`http://me@127.0.0.1:${port}/`))).toBe('http_client.address_invalid');
      expect(received).toHaveLength(0);
    });

    it('refuses a name that resolves to a private address', async () => {
      const { guard } = guardOfName([PUBLIC, LOOPBACK]);
      expect(await codeOfAsync(guard.fetch(`http://api.example.com:${port}/`))).toBe('http_client.address_refused');
      expect(received).toHaveLength(0);
    });

    it('refuses a name that was public when it was given and is private when it is called', async () => {
      const { guard, asked } = guardOfName([PUBLIC], [LOOPBACK]);
      const url = `http://api.example.com:${port}/`;
      await guard.checkResolved(url);
      expect(await codeOfAsync(guard.fetch(url))).toBe('http_client.address_refused');
      expect([asked.length, received.length]).toEqual([2, 0]);
    });

    it('connects to the address that was checked, with one resolution', async () => {
      const resolved: string[] = [];
      const trusted = guardOf({
        resolve: async (hostname) => {
          resolved.push(hostname);
          return resolved.length === 1 ? [LOOPBACK] : [PUBLIC];
        },
      }).guardFor({ trusted: true });
      guards.push(trusted);
      const answer = await trusted.fetch(`http://api.example.com:${port}/`);
      expect(await answer.text()).toBe('hello');
      expect(resolved).toEqual(['api.example.com']);
      expect(received[0]?.request.headers.host).toBe(`api.example.com:${port}`);
    });

    it.each([301, 302, 303, 307, 308])(
      'takes a redirect with %i for an error, whatever the caller wants',
      async (status) => {
        const trusted = guardOf().guardFor({ trusted: true });
        for (const redirect of ['follow', 'manual', undefined] as const) {
          const outcome = trusted.fetch(`http://127.0.0.1:${port}/redirect/${status}`, redirect ? { redirect } : {});
          expect(await codeOfAsync(outcome)).toBe('http_client.redirected');
        }
        expect(received.map(({ request }) => request.url)).not.toContain('/secret');
      },
    );

    it('is a fetch: method, headers, body and signal, also of a Request of the platform', async () => {
      const { fetch } = guardOf().guardFor({ trusted: true });
      const url = `http://127.0.0.1:${port}/v1`;
      const headers = new Headers({ authorization: 'Bearer x' });
      await fetch(url, { method: 'POST', headers, body: '{"a":1}' });
      await fetch(new Request(url, { method: 'PUT', headers, body: 'text' }));
      await fetch(new URL(url));
      expect(received.map(({ request, body }) => [request.method, request.headers.authorization, body])).toEqual([
        ['POST', 'Bearer x', '{"a":1}'],
        ['PUT', 'Bearer x', 'text'],
        ['GET', undefined, ''],
      ]);
      const reason = new Error('The user left.');
      await expect(fetch(url, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    });

    it('lets failures of the network be what they are', async () => {
      const { guard } = guardOfName([]);
      expect(await codeOfAsync(guard.fetch('http://api.example.com/'))).toMatch(/^other: TypeError: fetch failed/);
    });
  });

  describe('guardFor', () => {
    it('lets administrators name private addresses, but no other schemes', () => {
      const guard = guardOf();
      const trusted = guard.guardFor({ trusted: true });
      expect(codeOf(() => trusted.check('http://localhost:11434'))).toBeUndefined();
      expect(codeOf(() => trusted.check('http://10.0.0.1'))).toBeUndefined();
      expect(codeOf(() => trusted.check('file:///etc/passwd'))).toBe('http_client.address_invalid');
      expect(guard.guardFor({ trusted: false })).toBe(guard);
      expect(guard.guardFor({ trusted: true })).toBe(trusted);
    });

    it('knows no difference where private addresses are allowed', () => {
      const guard = guardOf({ allowsPrivateAddresses: true });
      expect(guard.guardFor({ trusted: true })).toBe(guard);
      expect(codeOf(() => guard.check('http://127.0.0.1'))).toBeUndefined();
    });
  });
});

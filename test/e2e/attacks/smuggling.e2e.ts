/** Requests that two servers in a row could understand differently (RFC 9112, 11.2): refused, and nothing behind them is heard. */
import { Installation } from '#testing/parley';
import { sendRaw } from './raw-http';

const HIDDEN = 'GET /health HTTP/1.1\r\nHost: x\r\n\r\n';
const POST = 'POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
const CHUNKS = `${HIDDEN.length.toString(16)}\r\n${HIDDEN}\r\n0\r\n\r\n`;

/** One process, with nothing before it that would read requests its own way. */
let parley: Installation;
let baseUrl: string;

beforeAll(async () => {
  parley = await Installation.start({}, undefined, { apis: 1 });
  ({ baseUrl } = parley);
});
afterAll(() => parley?.remove());

describe('a request whose end is doubtful', () => {
  test.each([
    ['two lengths', `${POST}Content-Length: 0\r\nContent-Length: ${HIDDEN.length}\r\n\r\n${HIDDEN}`],
    ['a list of lengths', `${POST}Content-Length: 0, 0\r\n\r\n${HIDDEN}`],
    ['a length and chunks', `${POST}Content-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n${CHUNKS}`],
    ['chunks and a length', `${POST}Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n${HIDDEN}`],
    ['chunks that are not the last coding', `${POST}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${HIDDEN}`],
    ['an unknown coding', `${POST}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${HIDDEN}`],
    ['a space before the colon', `${POST}Content-Length : 0\r\n\r\n${HIDDEN}`],
    ['a length with a sign', `${POST}Content-Length: +0\r\n\r\n${HIDDEN}`],
    ['a length in hexadecimal', `${POST}Content-Length: 0x0\r\n\r\n${HIDDEN}`],
    ['a negative length', `${POST}Content-Length: -1\r\n\r\n${HIDDEN}`],
    ['a size of a chunk with a sign', `${POST}Transfer-Encoding: chunked\r\n\r\n+0\r\n\r\n${HIDDEN}`],
    ['a folded header', `${POST}X-A: b\r\n Content-Length: 0\r\n\r\n${HIDDEN}`],
    ['bare carriage returns', `${POST}X-A: b\rContent-Length: 0\r\n\r\n${HIDDEN}`],
    ['a NUL in a header', `${POST}X-A: a\0b\r\nContent-Length: 0\r\n\r\n${HIDDEN}`],
    ['no host', `GET /health HTTP/1.1\r\n\r\n${HIDDEN}`],
    ['two hosts', `${POST}Content-Length: 0\r\nHOST: b\r\n\r\n${HIDDEN}`],
    ['an unknown version', `GET /health HTTP/3.7\r\nHost: a\r\n\r\n${HIDDEN}`],
  ])('by %s is refused, and its connection closed', async (_what, text) => {
    const { statuses, isClosed } = await sendRaw(baseUrl, text);
    expect([statuses, isClosed]).toEqual([[400], true]);
  });

  test('is not one that says nothing of a body', async () => {
    const { statuses } = await sendRaw(
      baseUrl,
      `${HIDDEN}${HIDDEN.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n')}`,
    );
    expect(statuses).toEqual([200, 200]);
  });
});

describe('a header of an answer', () => {
  test.each(['a b', 'a\tb', 'é', '<script>', 'x'.repeat(129), 'a;b', '%0d%0aSet-Cookie:x'])(
    'never repeats the request id %j',
    async (id) => {
      const { text } = await sendRaw(
        baseUrl,
        `GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Request-Id: ${id}\r\n\r\n`,
      );
      expect(text).toMatch(/^x-request-id: req_[0-9a-f]{32}\r$/im);
      expect(text.toLowerCase()).not.toContain('set-cookie');
    },
  );

  test.each(['/?a=%0d%0aSet-Cookie:%20x=1', '/%0d%0aSet-Cookie:%20x=1', '/docs?%0aX-Evil:1', '//evil.example/%2e%2e'])(
    'is not written by the path %s',
    async (target) => {
      const { text } = await sendRaw(baseUrl, `GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
      const [head = ''] = text.split('\r\n\r\n');
      expect(head).not.toMatch(/^(?:set-cookie|x-evil):/im);
      expect(head).not.toMatch(/^location: (?:https?:)?\/\//im);
    },
  );

  test('is not written by the host that a page was asked from', async () => {
    const host = '"><script>alert(1)</script>';
    const { text } = await sendRaw(baseUrl, `GET /demo HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    expect(text).not.toContain('<script>alert');
  });
});

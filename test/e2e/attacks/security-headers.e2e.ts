/** What browsers are told of every page and file that this server gives (OWASP HTTP Headers Cheat Sheet). */
import { must, registerTeam, sharedInstallation, WireClient } from '#testing/parley';

const NOTHING = /^default-src 'none'; frame-ancestors 'none'$/;
const DOWNLOAD = /^default-src 'none'; sandbox$/;
const PAGE = /^default-src 'none'; script-src 'self'; .*frame-ancestors 'none'/;

describe('security headers', () => {
  let baseUrl: string;
  let apiKey: string;
  let file: string;

  beforeAll(async () => {
    ({ baseUrl } = await sharedInstallation());
    const team = await registerTeam(new WireClient(baseUrl));
    const { asKey } = team;
    apiKey = team.apiKey;
    const bot = must(await asKey.post('/api/v1/chatbots', { name: 'Helper' }), 201).body.data.id;
    const form = new FormData();
    form.append(
      'file',
      new Blob(['<script>alert(1)</script>'], { type: 'text/html' }),
      'evil".html\r\nSet-Cookie: a=b',
    );
    const { id } = must(await asKey.post(`/api/v1/chatbots/${bot}/documents`, form), 202).body.data;
    file = `/api/v1/chatbots/${bot}/documents/${id}/file`;
  });

  test.each([
    ['/', 302, NOTHING],
    ['/docs', 200, /^default-src 'none'; script-src 'self'; .*frame-ancestors 'none'/],
    ['/docs/start.js', 200, NOTHING],
    ['/docs/assets/swagger-ui.css', 200, NOTHING],
    ['/openapi.json', 200, NOTHING],
    ['/dashboard', 200, PAGE],
    ['/dashboard/dashboard.js', 200, NOTHING],
    ['/demo', undefined, PAGE],
    ['/demo/demo.js', 200, NOTHING],
    ['/widget.js', undefined, NOTHING],
    ['/health', 200, NOTHING],
    ['/api/v1/chatbots', 200, NOTHING],
    ['/api/v1/nothing', 404, NOTHING],
    ['/nothing', undefined, NOTHING],
    ['the file of a document', 200, DOWNLOAD],
  ])('of %s: nothing is sniffed, framed or told to others', async (path, status, policy) => {
    const target = path.startsWith('/') ? path : file;
    const answer = await fetch(baseUrl + target, {
      redirect: 'manual',
      headers: path.startsWith('/api') || !path.startsWith('/') ? { 'x-api-key': apiKey } : {},
    });
    await answer.arrayBuffer();
    if (status !== undefined) expect(answer.status).toBe(status);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('content-security-policy')).toMatch(policy);
    expect(answer.headers.has('set-cookie')).toBe(false);
    expect(answer.headers.has('server')).toBe(false);
    expect(answer.headers.has('x-powered-by')).toBe(false);
    if (!path.startsWith('/')) expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="/);
  });
});

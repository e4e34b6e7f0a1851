import { Parley } from '../parley';

const TOKENS = { accessToken: 'a.b.1', refreshToken: 'r1', expiresAtMs: Date.now() + 3_600_000 };

/** A server that takes the newest access token, and each refresh token once. */
function server() {
  let generation = 1;
  const asked: string[] = [];
  const fetch = async (url: string, { headers, body }: RequestInit) => {
    const path = new URL(url).pathname;
    asked.push(path);
    if (path.endsWith('/refresh-token')) {
      if (JSON.parse(String(body)).refreshToken !== `r${generation}`) return new Response('{}', { status: 401 });
      generation++;
      return Response.json({
        data: { accessToken: `a.b.${generation}`, refreshToken: `r${generation}`, expiresIn: 3_600 },
      });
    }
    const isGood = new Headers(headers).get('authorization') === `Bearer a.b.${generation}`;
    return Response.json({ data: { email: 'jane@example.com' } }, { status: isGood ? 200 : 401 });
  };
  return { asked, fetch: fetch as unknown as typeof globalThis.fetch, forget: () => void generation++ };
}

test('a token that is nearly over is renewed once, however many need it', async () => {
  const { fetch, asked } = server();
  const kept: string[] = [];
  const jane = Parley.withTokens(
    { ...TOKENS, expiresAtMs: Date.now() + 1_000 },
    { fetch, onTokens: ({ refreshToken }) => kept.push(refreshToken) },
  );
  await Promise.all([1, 2, 3].map(() => jane.platform.showCurrentUser()));
  expect(asked.filter((path) => path.endsWith('/refresh-token'))).toHaveLength(1);
  expect(kept).toEqual(['r2']);
});

test('a token that is not accepted any more is renewed; a login that is over says so', async () => {
  const renewed = server();
  const jane = Parley.withTokens({ ...TOKENS, accessToken: 'a.b.0' }, { fetch: renewed.fetch });
  expect((await jane.platform.showCurrentUser()).data.email).toBe('jane@example.com');
  renewed.forget();
  await expect(jane.platform.showCurrentUser()).rejects.toMatchObject({ name: 'AuthenticationError' });
});

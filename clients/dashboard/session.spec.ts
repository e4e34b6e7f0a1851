import { Session } from './session';

class MemoryStorage {
  private readonly values = new Map<string, string>();
  getItem = (key: string) => this.values.get(key) ?? null;
  setItem = (key: string, value: string) => void this.values.set(key, value);
  removeItem = (key: string) => void this.values.delete(key);
}

/** A server that lets the tokens of its generation in, and gives new ones for its refresh token. */
class TokenServer {
  generation = 1;
  refreshes = 0;
  readonly waits: number[] = [];
  throttled = 0;

  readonly fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const path = String(input);
    const body = init.body ? JSON.parse(String(init.body)) : {};
    if (path.endsWith('/auth/login'))
      return body.password === 'right' ? this.tokens() : refused(401, 'Wrong password.');
    if (path.endsWith('/auth/refresh-token')) {
      this.refreshes += 1;
      if (body.refreshToken !== `refresh-${this.generation}`) return refused(401, 'Unknown.');
      this.generation += 1;
      return this.tokens();
    }
    const { authorization } = init.headers as Record<string, string>;
    if (authorization !== `Bearer access-${this.generation}`) return refused(401, 'Too old.');
    if (this.throttled > 0) {
      this.throttled -= 1;
      return refused(429, 'Too many requests.', { 'retry-after': '1' });
    }
    return answer({ path });
  };

  readonly session = new Session({
    storage: new MemoryStorage(),
    fetch: this.fetch as typeof fetch,
    onWait: (seconds) => this.waits.push(seconds),
  });

  private tokens() {
    return answer({ accessToken: `access-${this.generation}`, refreshToken: `refresh-${this.generation}` });
  }
}

const answer = (data: unknown) => new Response(JSON.stringify({ status: 'success', data }));
const refused = (status: number, message: string, headers = {}) =>
  new Response(JSON.stringify({ status: 'error', message }), { status, headers });

describe('a session', () => {
  let server: TokenServer;
  beforeEach(() => {
    server = new TokenServer();
  });

  test('asks as who has signed in', async () => {
    expect(server.session.isSignedIn).toBe(false);
    await server.session.signIn('jane', 'right');
    expect(server.session.isSignedIn).toBe(true);
    expect(await server.session.request('/chatbots')).toEqual({ path: '/api/v1/chatbots' });
  });

  test('says what the server says of wrong passwords', async () => {
    await expect(server.session.signIn('jane', 'wrong')).rejects.toThrow('Wrong password.');
    expect(server.session.isSignedIn).toBe(false);
  });

  test('has ended when its refresh token is good for nothing any more', async () => {
    await server.session.signIn('jane', 'right');
    server.generation += 1;
    await expect(server.session.request('/chatbots')).rejects.toThrow('Please sign in again.');
    expect(server.session.isSignedIn).toBe(false);
  });

  test('shares one refresh between requests of the same moment', async () => {
    const withOldAccess = new Session({
      storage: storageWith({ accessToken: 'access-0', refreshToken: `refresh-${server.generation}` }),
      fetch: server.fetch as typeof fetch,
      onWait: () => undefined,
    });
    await Promise.all([1, 2, 3].map((n) => withOldAccess.request(`/chatbots/${n}`)));
    expect(server.refreshes).toBe(1);
  });

  test('waits as long as the server asks for, says so, and asks again', async () => {
    jest.useFakeTimers();
    await server.session.signIn('jane', 'right');
    server.throttled = 1;
    const asked = server.session.request('/chatbots');
    await jest.advanceTimersByTimeAsync(1_000);
    expect(await asked).toEqual({ path: '/api/v1/chatbots' });
    expect(server.waits).toEqual([1]);
    jest.useRealTimers();
  });

  test('forgets its tokens when it ends', async () => {
    await server.session.signIn('jane', 'right');
    await server.session.signOut();
    expect(server.session.isSignedIn).toBe(false);
    await expect(server.session.request('/chatbots')).rejects.toThrow('Please sign in again.');
  });
});

function storageWith(tokens: object): MemoryStorage {
  const storage = new MemoryStorage();
  storage.setItem('parley-dashboard', JSON.stringify(tokens));
  return storage;
}

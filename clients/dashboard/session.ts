/**
 * Who is signed in. Tokens live in sessionStorage: they last as long as the tab, and the page's policy lets no foreign script
 * read them.
 */
import type { Tokens } from './wire';

const KEY = 'parley-dashboard';
const BASE = '/api/v1';
const MS_PER_SECOND = 1_000;
/** Longer waits are the person's to decide. */
const MAX_WAIT_S = 65;

/** An answer that is no success, in words for people. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** The session has ended: its tokens were revoked or are too old. */
export class SignedOut extends Error {}

export interface SessionOptions {
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  fetch: typeof fetch;
  /** Told when the server asks to wait, with the seconds. */
  onWait(seconds: number): void;
}

export class Session {
  private refreshing: Promise<void> | undefined;

  constructor(private readonly options: SessionOptions) {}

  get isSignedIn(): boolean {
    return this.tokens !== undefined;
  }

  /** @throws ApiProblem */
  async signIn(username: string, password: string): Promise<void> {
    const answer = await this.post('/auth/login', { username, password });
    this.tokens = (await dataOf(answer)) as Tokens;
  }

  async signOut(): Promise<void> {
    const tokens = this.tokens;
    this.tokens = undefined;
    if (!tokens) return;
    const { accessToken, refreshToken } = tokens;
    // Out of reach or not: this tab has forgotten them.
    await this.post('/auth/logout', { refreshToken }, accessToken).catch(() => undefined);
  }

  /** Gives `data` of the answer. @throws ApiProblem, SignedOut, and the reason of the signal */
  async request(path: string, init: RequestInit = {}): Promise<unknown> {
    return dataOf(await this.answered(path, init));
  }

  async text(path: string): Promise<string> {
    return (await this.answered(path, {})).text();
  }

  private async answered(path: string, init: RequestInit): Promise<Response> {
    let answer = await this.send(path, init);
    if (answer.status === 401) {
      await this.refresh();
      answer = await this.send(path, init);
      if (answer.status === 401) throw this.ended();
    }
    const waitS = Number(answer.headers.get('retry-after'));
    if (answer.status === 429 && waitS > 0 && waitS <= MAX_WAIT_S) {
      this.options.onWait(waitS);
      await waited(waitS * MS_PER_SECOND, init.signal);
      answer = await this.send(path, init);
    }
    if (!answer.ok) throw await problemOf(answer);
    return answer;
  }

  private send(path: string, init: RequestInit): Promise<Response> {
    const { tokens } = this;
    if (!tokens) throw this.ended();
    const headers = { ...init.headers, authorization: `Bearer ${tokens.accessToken}` };
    return this.options.fetch(BASE + path, { ...init, headers });
  }

  /** A refresh token is good for one use, so those who need it at the same time share one refresh. */
  private refresh(): Promise<void> {
    this.refreshing ??= this.renew().finally(() => {
      this.refreshing = undefined;
    });
    return this.refreshing;
  }

  private async renew(): Promise<void> {
    const refreshToken = this.tokens?.refreshToken;
    const answer = refreshToken === undefined ? undefined : await this.post('/auth/refresh-token', { refreshToken });
    if (answer?.status === 401 || answer === undefined) throw this.ended();
    this.tokens = (await dataOf(answer)) as Tokens;
  }

  private post(path: string, body: object, accessToken?: string): Promise<Response> {
    const headers = new Headers({ 'content-type': 'application/json' });
    if (accessToken !== undefined) headers.set('authorization', `Bearer ${accessToken}`);
    return this.options.fetch(BASE + path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  private ended(): SignedOut {
    this.tokens = undefined;
    return new SignedOut('Please sign in again.');
  }

  private get tokens(): Tokens | undefined {
    return JSON.parse(this.options.storage.getItem(KEY) ?? 'null') ?? undefined;
  }

  private set tokens(tokens: Tokens | undefined) {
    if (tokens) {
      const { accessToken, refreshToken } = tokens;
      this.options.storage.setItem(KEY, JSON.stringify({ accessToken, refreshToken }));
    } else this.options.storage.removeItem(KEY);
  }
}

async function dataOf(answer: Response): Promise<unknown> {
  if (!answer.ok) throw await problemOf(answer);
  return ((await answer.json()) as { data?: unknown }).data;
}

async function problemOf(answer: Response): Promise<ApiProblem> {
  const body = (await answer.json().catch(() => ({}))) as { message?: string };
  return new ApiProblem(answer.status, body.message ?? `The server answered with status ${answer.status}.`);
}

function waited(ms: number, signal?: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

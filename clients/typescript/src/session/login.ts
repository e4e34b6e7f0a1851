/** The login of a person: an access token for an hour, renewed with a refresh token as long as that is good. */
import type { AnswerOf } from '../calls';
import type { operations } from '../generated/platform.types';
import { jsonBody } from '../http/bodies';
import type { Request, Transport } from '../http/transport';
import type { Credential } from './credential';

/** What can be kept to go on with a login later. */
export interface LoginTokens {
  accessToken: string;
  refreshToken: string;
  /** When the access token ends; Unix time in milliseconds. */
  expiresAtMs: number;
}

type LogIn = AnswerOf<operations['logIn']>['data'];

/** Renewed before it ends, so that a request seldom finds it over. */
const RENEW_BEFORE_MS = 60_000;

export class Login implements Credential {
  private renewing: Promise<boolean> | undefined;

  constructor(
    private tokens: LoginTokens,
    /** Sends requests without a credential. */
    private readonly anonymous: Transport,
    private readonly onTokens?: (tokens: LoginTokens) => void,
  ) {}

  /** @throws AuthenticationError when name or password is wrong */
  static async begin(anonymous: Transport, account: { username: string; password: string }): Promise<LoginTokens> {
    return toTokens(await post(anonymous, '/api/v1/auth/login', account));
  }

  async authorization(): Promise<Record<string, string>> {
    if (Date.now() > this.tokens.expiresAtMs - RENEW_BEFORE_MS) await this.renew();
    return { Authorization: `Bearer ${this.tokens.accessToken}` };
  }

  /** Requests side by side share one renewal: the refresh token is good for one. */
  renew(): Promise<boolean> {
    this.renewing ??= this.exchange().finally(() => {
      this.renewing = undefined;
    });
    return this.renewing;
  }

  private async exchange(): Promise<boolean> {
    const { refreshToken } = this.tokens;
    try {
      this.tokens = toTokens(await post(this.anonymous, '/api/v1/auth/refresh-token', { refreshToken }));
    } catch {
      // The request that needed it says what is wrong.
      return false;
    }
    this.onTokens?.(this.tokens);
    return true;
  }
}

function post(transport: Transport, path: string, body: object): Promise<LogIn> {
  // A token is given out once, and whoever sends a used one again is taken for a thief.
  const request: Request = { method: 'POST', path, body: jsonBody(body), isIdempotent: false };
  return transport.send(request, async (response) => ((await response.json()) as { data: LogIn }).data);
}

function toTokens({ accessToken, refreshToken, expiresIn }: LogIn): LoginTokens {
  return { accessToken, refreshToken, expiresAtMs: Date.now() + expiresIn * 1_000 };
}

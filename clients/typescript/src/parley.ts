/** The client: one object for all dialects of a server. */
import { AssistantClient } from './dialects/assistant';
import { CriabotClient } from './dialects/criabot';
import { ManagerClient } from './dialects/manager';
import { PlatformClient } from './dialects/platform';
import { SupportClient } from './dialects/support';
import { Transport } from './http/transport';
import {
  type ClientOptions,
  DEFAULT_BASE_URL,
  DEFAULT_MAX_RETRIES,
  DEFAULT_MAX_RETRY_AFTER_MS,
  DEFAULT_TIMEOUT_MS,
  type RequestOptions,
} from './options';
import { type Credential, keyCredential } from './session/credential';
import { Login, type LoginTokens } from './session/login';

export interface LoginOptions extends Omit<ClientOptions, 'apiKey'> {
  /** Told whenever the tokens have changed, so that you can keep them. */
  onTokens?: (tokens: LoginTokens) => void;
}

export class Parley {
  /** The main API: chatbots, conversations, documents, training, analytics and all the rest. */
  readonly platform: PlatformClient;
  readonly assistant: AssistantClient;
  readonly support: SupportClient;
  readonly manager: ManagerClient;
  readonly criabot: CriabotClient;
  private readonly transport: Transport;

  constructor(options: ClientOptions = {}, credential: Credential = keyCredential(options.apiKey)) {
    this.transport = transportOf(options, credential);
    this.platform = new PlatformClient(this.transport);
    this.assistant = new AssistantClient(this.transport);
    this.support = new SupportClient(this.transport);
    this.manager = new ManagerClient(this.transport);
    this.criabot = new CriabotClient(this.transport);
  }

  /** As a person. The access token is renewed as long as the refresh token is good. */
  static async logIn(account: { username: string; password: string }, options: LoginOptions = {}): Promise<Parley> {
    const tokens = await Login.begin(transportOf(options, keyCredential(undefined)), account);
    options.onTokens?.(tokens);
    return Parley.withTokens(tokens, options);
  }

  /** Goes on with a login that `onTokens` has told. */
  static withTokens(tokens: LoginTokens, options: LoginOptions = {}): Parley {
    const anonymous = transportOf(options, keyCredential(undefined));
    return new Parley(options, new Login(tokens, anonymous, options.onTokens));
  }

  /**
   * Any path of the server, for what has no method: authorised, limited in time, tried again where that is safe.
   *
   * @throws ParleyError unless the answer is a success
   */
  request(
    method: string,
    path: string,
    { body, ...options }: RequestOptions & { body?: string | FormData | Blob } = {},
  ): Promise<Response> {
    const made = body === undefined ? {} : { body: { make: () => ({ body }) } };
    return this.transport.open({ method, path, accept: '*/*', options, ...made });
  }
}

function transportOf(options: ClientOptions, credential: Credential): Transport {
  const { baseUrl = DEFAULT_BASE_URL } = options;
  return new Transport({
    baseUrl: baseUrl.replace(/\/+$/, ''),
    timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    maxRetries: options.maxRetries ?? DEFAULT_MAX_RETRIES,
    maxRetryAfterMs: options.maxRetryAfterMs ?? DEFAULT_MAX_RETRY_AFTER_MS,
    // Browsers insist on `this` being the window.
    fetch: options.fetch ?? ((...request) => globalThis.fetch(...request)),
    headers: options.headers ?? {},
    credential,
  });
}

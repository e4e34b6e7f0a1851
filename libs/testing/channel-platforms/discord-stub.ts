import { generateKeyPairSync, sign } from 'node:crypto';
import { type PlatformAnswer, type PlatformCall, PlatformStub, type SignedCall } from './platform-stub';

export interface SentDiscordMessage {
  id: string;
  content: string;
  /** How it came: to a channel, in place of the deferred answer of an interaction, or after that. */
  kind: 'message' | 'answer' | 'followup';
  /** Of kind `message`. */
  channelId?: string;
  /** Of the other kinds. */
  interactionToken?: string;
  nonce?: string;
}

export interface DiscordCommand {
  /** What the only option of the command says. */
  text?: string;
  /** `ask` unless given. */
  name?: string;
  channelId?: string;
  /** Null: in a conversation with the bot alone. */
  guildId?: string | null;
  user?: { id?: string; username?: string; global_name?: string };
  /** Counts up unless given. */
  interactionId?: string;
  token?: string;
  /** More fields of the interaction, or others in place of those. */
  interaction?: Readonly<Record<string, unknown>>;
  /** Of the signature; now unless given. */
  at?: Date;
}

const MAX_CONTENT_CHARS = 2_000;
const APPLICATION_ID = '900000000000000001';

/** The REST API, version 10, and interactions, for one application. */
export class DiscordStub extends PlatformStub {
  readonly token = 'test.discord.token';
  readonly applicationId = APPLICATION_ID;
  /** Hexadecimal, as the application shows it. */
  readonly publicKey: string;
  readonly sent: SentDiscordMessage[] = [];
  readonly typing: string[] = [];
  /** Channels that the bot was removed from. */
  readonly gone = new Set<string>();
  private readonly keys = generateKeyPairSync('ed25519');
  private areInteractionsOver = false;
  private lastId = 700_000_000_000_000_000n;

  constructor() {
    super();
    // The last 32 bytes of the SubjectPublicKeyInfo are the key (RFC 8410).
    this.publicKey = this.keys.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
  }

  static start(): Promise<DiscordStub> {
    return new DiscordStub().listen();
  }

  override reset(): void {
    super.reset();
    this.sent.length = 0;
    this.typing.length = 0;
    this.gone.clear();
    this.areInteractionsOver = false;
  }

  /** As 15 minutes later: their webhooks are gone. */
  endInteractions(): void {
    this.areInteractionsOver = true;
  }

  /** A slash command of a person, with what they ask as its option. */
  command(given: DiscordCommand = {}): SignedCall {
    const { text = 'Hello', name = 'ask', channelId = '800000000000000001', guildId = '810000000000000001' } = given;
    const user = { id: '42', username: 'johndoe', global_name: 'John', ...given.user };
    const id = given.interactionId ?? this.nextId();
    const interaction = {
      id,
      application_id: this.applicationId,
      type: 2,
      token: given.token ?? `interaction-${id}`,
      version: 1,
      channel_id: channelId,
      ...(guildId === null ? { user } : { guild_id: guildId, member: { user } }),
      data: { id: '1', name, type: 1, options: [{ name: 'question', type: 3, value: text }] },
      ...given.interaction,
    };
    return this.signed(interaction, given.at);
  }

  ping(): SignedCall {
    return this.signed({ id: this.nextId(), application_id: this.applicationId, type: 1, version: 1 });
  }

  /** Any body, as Discord would send it. */
  signed(body: object, at = new Date()): SignedCall {
    const text = JSON.stringify(body);
    const timestamp = String(Math.floor(at.getTime() / 1_000));
    const signature = sign(null, Buffer.from(timestamp + text), this.keys.privateKey).toString('hex');
    const headers = {
      'content-type': 'application/json',
      'x-signature-ed25519': signature,
      'x-signature-timestamp': timestamp,
    };
    return { headers, body: text };
  }

  protected answer(call: PlatformCall): PlatformAnswer {
    const path = call.path.replace(/\?.*$/, '').replace(/^\/v10/, '');
    const webhook = /^\/webhooks\/(\d+)\/([^/]+)(\/messages\/@original)?$/.exec(path);
    if (webhook !== null) return this.answerInteraction(call, webhook[1] ?? '', webhook[2] ?? '');
    if (call.headers.authorization !== `Bot ${this.token}` || this.isRevoked)
      return refusal(401, 0, '401: Unauthorized');
    if (path === '/users/@me') {
      return { body: { id: this.applicationId, username: 'teabot', global_name: 'Tea Bot', bot: true } };
    }
    const [, channelId = '', action] = /^\/channels\/(\d+)\/(messages|typing)$/.exec(path) ?? [];
    if (action === undefined) return refusal(404, 0, '404: Not Found');
    if (this.gone.has(channelId)) return refusal(403, 50_001, 'Missing Access');
    if (action === 'messages') return this.take(call, { kind: 'message', channelId });
    this.typing.push(channelId);
    return { status: 204 };
  }

  protected tooMany(retryAfterS: number): PlatformAnswer {
    const body = { message: 'You are being rate limited.', retry_after: retryAfterS, global: false };
    return { status: 429, headers: { 'retry-after': String(Math.ceil(retryAfterS)) }, body };
  }

  private answerInteraction(call: PlatformCall, applicationId: string, token: string): PlatformAnswer {
    if (applicationId !== this.applicationId) return refusal(404, 10_015, 'Unknown Webhook');
    if (this.areInteractionsOver) return refusal(401, 50_027, 'Invalid Webhook Token');
    const kind = call.method === 'PATCH' ? 'answer' : 'followup';
    return this.take(call, { kind, interactionToken: token });
  }

  /** A nonce that was seen says again what came of it. */
  private take({ body }: PlatformCall, to: Omit<SentDiscordMessage, 'id' | 'content'>): PlatformAnswer {
    const content = String(body.content ?? '');
    if (content.trim() === '') return refusal(400, 50_006, 'Cannot send an empty message');
    if ([...content].length > MAX_CONTENT_CHARS) return refusal(400, 50_035, 'Invalid Form Body');
    const nonce = typeof body.nonce === 'string' ? { nonce: body.nonce } : {};
    const earlier = body.enforce_nonce === true ? this.sent.find((one) => one.nonce === body.nonce) : undefined;
    const message = earlier ?? { id: this.nextId(), content, ...to, ...nonce };
    if (earlier === undefined) this.sent.push(message);
    return { body: { id: message.id, content, channel_id: to.channelId ?? '0' } };
  }

  private nextId(): string {
    return String(++this.lastId);
  }
}

function refusal(status: number, code: number, message: string): PlatformAnswer {
  return { status, body: { message, code } };
}

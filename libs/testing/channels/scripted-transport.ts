import {
  type BotIdentity,
  type ChannelAccount,
  type ChannelTransport,
  ChannelTransports,
  type ChannelType,
  channelTransportErrors,
  type Destination,
  type Inbound,
  type InboundRequest,
  type OutboundMessage,
  type PreparedPart,
} from '#providers/channel-transport';

/** What a test says that somebody has written. */
export interface Written {
  key: string;
  text?: string;
  chatId?: string;
  threadId?: string;
  userId?: string;
  isDirect?: boolean;
  mentionsBot?: boolean;
}

/** A platform that does what the test says: it sends what is in its calls, and takes what it is given unless told otherwise. */
export class ScriptedTransport implements ChannelTransport {
  readonly optionalCredentials = ['application_id'];
  /** In the order in which they were taken. */
  readonly sent: PreparedPart[] = [];
  readonly typed: Destination[] = [];
  readonly connected: { webhookUrl: string; credentials: object }[] = [];
  disconnects = 0;
  /** Called before a part is taken; throws what the platform refuses it with. */
  beforeSend: (part: PreparedPart) => unknown = () => undefined;
  beforeConnect: () => unknown = () => undefined;

  constructor(
    readonly type: ChannelType,
    readonly requiredCredentials: readonly string[],
  ) {}

  get texts(): string[] {
    return this.sent.map(({ text }) => text);
  }

  forget(): void {
    for (const list of [this.sent, this.typed, this.connected]) list.length = 0;
    this.disconnects = 0;
    this.beforeSend = () => undefined;
    this.beforeConnect = () => undefined;
  }

  async receive({ webhookSecret }: ChannelAccount, { headers, body }: InboundRequest): Promise<Inbound> {
    if (headers['x-secret'] !== webhookSecret) throw channelTransportErrors.signature_invalid();
    const inbound = body as Inbound | { kind: 'written'; written: Written };
    return inbound.kind === 'written' ? { kind: 'message', message: messageOf(inbound.written) } : inbound;
  }

  /** A part for each line. */
  prepare({ chatId, threadId, replyTo, id, markdown }: OutboundMessage): readonly PreparedPart[] {
    const to = { chatId, ...(threadId ? { threadId } : {}), ...(replyTo ? { replyTo } : {}), ...(id ? { id } : {}) };
    return markdown.split('\n').map((text, position) => ({ ...to, position, text, plainText: text }));
  }

  async send(_account: ChannelAccount, part: PreparedPart): Promise<{ platformMessageId: string }> {
    await this.beforeSend(part);
    this.sent.push(part);
    return { platformMessageId: String(this.sent.length) };
  }

  async typing(_account: ChannelAccount, to: Destination): Promise<void> {
    this.typed.push(to);
  }

  async connect({ credentials }: ChannelAccount, { webhookUrl }: { webhookUrl: string }): Promise<BotIdentity> {
    await this.beforeConnect();
    this.connected.push({ webhookUrl, credentials });
    return { id: '7', username: 'helper_bot' };
  }

  async disconnect(): Promise<void> {
    this.disconnects += 1;
  }
}

/** Of a platform. */
export function messageOf({ key, text = 'hello', chatId = 'chat', threadId, userId = 'ada', ...rest }: Written) {
  const { isDirect = true, mentionsBot = false } = rest;
  const thread = threadId === undefined ? {} : { threadId };
  const user = { id: userId, name: userId };
  return { key, chatId, ...thread, isDirect, mentionsBot, user, text, attachments: [], replyTo: { to: key } };
}

const CREDENTIALS: Readonly<Record<ChannelType, readonly string[]>> = {
  telegram: ['bot_token'],
  slack: ['bot_token', 'signing_secret'],
  discord: ['bot_token', 'public_key'],
  whatsapp: ['phone_number_id', 'access_token'],
  webhook: [],
};

export class ScriptedTransports extends ChannelTransports {
  private readonly byType = new Map<ChannelType, ScriptedTransport>();

  of(type: ChannelType): ScriptedTransport {
    const known = this.byType.get(type) ?? new ScriptedTransport(type, CREDENTIALS[type]);
    this.byType.set(type, known);
    return known;
  }

  forget(): void {
    for (const transport of this.byType.values()) transport.forget();
  }
}

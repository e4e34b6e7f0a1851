/**
 * A messenger in which bots live: its calls come in, are proved and read; Markdown goes out in its own flavour. Nobody
 * trusts a caller before its signature is checked, and no platform is trusted to answer in time or to answer little.
 */
export const CHANNEL_TYPES = ['telegram', 'slack', 'discord', 'whatsapp', 'webhook'] as const;
export type ChannelType = (typeof CHANNEL_TYPES)[number];

/** By their names on the wire, such as `bot_token`. */
export type ChannelCredentials = Readonly<Record<string, string>>;

/** Who we are on the platform, as it says itself. */
export interface BotIdentity {
  id: string;
  username?: string;
  name?: string;
  /** Of the workspace. */
  teamName?: string;
}

export interface ChannelAccount {
  credentials: ChannelCredentials;
  /** What Parley gave the channel: proves calls of platforms that sign with a secret of ours. */
  webhookSecret: string;
  /** Given by the team: it must be public. Absent: the operator's setting or the platform's own. */
  baseUrl?: string;
  /** As `connect` has found it; without it our own messages and mentions are recognised less surely. */
  identity?: BotIdentity;
}

/** A call of the platform as it came. */
export interface InboundRequest {
  /** By names in lower case. */
  headers: Readonly<Record<string, string | undefined>>;
  /** Signatures are over these bytes. */
  rawBody: Buffer;
  /** `rawBody`, parsed, or undefined when it is no JSON. */
  body: unknown;
  receivedAt: Date;
  query: Readonly<Record<string, string | undefined>>;
}

export type Inbound =
  /** The platform tries us out: `answer` is what it wants to hear, status 200 unless given, JSON unless `contentType` says. */
  | { kind: 'handshake'; status?: number; answer: unknown; contentType?: string }
  /** Proved to be the platform's, and nothing for a bot: edits, messages of bots, joins. */
  | { kind: 'ignored' }
  /**
   * `answer`: what the platform wants to hear at once; absent when it does not care. `further`: WhatsApp tells several messages
   * in one call; they stand in order behind `message`.
   */
  | { kind: 'message'; message: InboundMessage; answer?: unknown; further?: readonly InboundMessage[] }
  /** The platform says that we are out. */
  | { kind: 'disconnected'; reason: string };

export interface InboundMessage {
  /** Of the update, event or interaction; the same when the platform tells it again. */
  key: string;
  chatId: string;
  threadId?: string;
  platformMessageId?: string;
  /** Nobody else reads along. */
  isDirect: boolean;
  mentionsBot: boolean;
  user: { id: string; username?: string; name?: string };
  /** Without the mention of the bot; may be empty when there are attachments. */
  text: string;
  attachments: readonly InboundAttachment[];
  replyTo?: ReplyAddress;
}

export interface InboundAttachment {
  name: string;
  mediaType: string;
  /** Where it may be fetched from without credentials. */
  url?: string;
  /** For platforms that give files out only to the bot itself. */
  platformFileId?: string;
  sizeBytes?: number;
}

/**
 * What sending the answer needs beyond the chat, in the transport's own words. Give it back with the answer to the message
 * that it came with, and with nothing that is said later.
 */
export type ReplyAddress = Readonly<Record<string, string>>;

/** Where something is said. */
export interface Destination {
  chatId: string;
  threadId?: string;
  replyTo?: ReplyAddress;
}

export interface OutboundMessage extends Destination {
  /** The sender's own, unique, at most 64 characters: platforms that can drop a message told twice do so by it. */
  id?: string;
  markdown: string;
  attachments?: readonly OutboundAttachment[];
}

export interface OutboundAttachment {
  /** Public: the platform or the reader fetches it. */
  url: string;
  name?: string;
}

/** One call of the platform; plain JSON, so that it may be stored. */
export interface PreparedPart extends Destination {
  /** Of the message, from 0. */
  position: number;
  id?: string;
  /** In the flavour of the platform, within its limit. */
  text: string;
  /** The same without markup, for a platform that does not take `text`. */
  plainText: string;
  attachments?: readonly OutboundAttachment[];
}

export interface CallLimits {
  /** Of the whole call; `DEFAULT_CALL_TIMEOUT_MS` unless given. */
  timeoutMs?: number;
  signal?: AbortSignal;
}

export const DEFAULT_CALL_TIMEOUT_MS = 15_000;

/** Calls of a platform throw AppErrors of `channel-transport.errors` and the reason of an aborted `signal`. */
export interface ChannelTransport {
  readonly type: ChannelType;
  readonly requiredCredentials: readonly string[];
  readonly optionalCredentials: readonly string[];

  /** @throws AppError `channel_transport.signature_invalid`, `.payload_invalid`, `.not_configured` */
  receive(account: ChannelAccount, request: InboundRequest): Promise<Inbound>;

  /** Pure: the same message makes the same parts. Of a message without any text or attachment there are none. */
  prepare(message: OutboundMessage): readonly PreparedPart[];

  /** Not repeated here, whatever comes of it. An error may say when the next attempt makes sense (`retryAfterMs`). */
  send(account: ChannelAccount, part: PreparedPart, limits?: CallLimits): Promise<{ platformMessageId: string }>;

  /** Tells the chat that an answer is being written; a failure matters to nobody and is not told. */
  typing(account: ChannelAccount, to: Destination, limits?: CallLimits): Promise<void>;

  /** Finds out who we are and, where the platform lets us, has it call `webhookUrl`. */
  connect(account: ChannelAccount, options: { webhookUrl: string } & CallLimits): Promise<BotIdentity>;

  /** Has the platform call us no more, if it can be told; a failure is not told. */
  disconnect(account: ChannelAccount, limits?: CallLimits): Promise<void>;
}

/** The way to messengers; also the injection token. */
export abstract class ChannelTransports {
  /** At once: the library of the platform is loaded with its first call. */
  abstract of(type: ChannelType): ChannelTransport;
}

/**
 * A messenger of the team's own, over HTTP: its calls are signed with the secret of the channel, and so are ours to the
 * `callback_url`, as webhooks are (`X-Webhook-Signature` and Standard Webhooks). Markdown stays what it is, in one part.
 */
import { createHash, randomUUID } from 'node:crypto';
import { type AddressGuard, signatureHeaders } from '#infra/http-client';
import type { Clock } from '#kernel';
import type {
  BotIdentity,
  CallLimits,
  ChannelAccount,
  ChannelTransport,
  Inbound,
  InboundRequest,
  OutboundMessage,
  PreparedPart,
} from '../../channel-transport.contract';
import { channelTransportErrors } from '../../channel-transport.errors';
import { credentialOf, isHmac } from '../../inbound-proof';
import { fieldOf, idAt, present, textAt } from '../../payload';
import { callPlatform, refusalError } from '../platform-call';

const MAX_ID_CHARS = 256;

export class WebhookTransport implements ChannelTransport {
  readonly type = 'webhook';
  readonly requiredCredentials = [] as const;
  readonly optionalCredentials = ['callback_url'] as const;

  constructor(
    private readonly guard: AddressGuard,
    private readonly clock: Clock,
  ) {}

  async receive({ webhookSecret }: ChannelAccount, { headers, rawBody, body }: InboundRequest): Promise<Inbound> {
    const signature = headers['x-webhook-signature']?.replace(/^sha256=/, '');
    if (!isHmac(signature, webhookSecret, rawBody)) throw channelTransportErrors.signature_invalid();
    return messageOf(body);
  }

  prepare({ attachments = [], markdown, ...destination }: OutboundMessage): PreparedPart[] {
    const text = markdown.trim();
    if (text === '' && attachments.length === 0) return [];
    return [
      { ...destination, position: 0, text, plainText: text, ...(attachments.length === 0 ? {} : { attachments }) },
    ];
  }

  async send(account: ChannelAccount, part: PreparedPart, limits?: CallLimits): Promise<{ platformMessageId: string }> {
    const url = credentialOf(account.credentials, 'callback_url');
    const id = part.id ?? randomUUID();
    const body = JSON.stringify(wireOf(part, id));
    const timestampS = Math.floor(this.clock.nowMs() / 1_000);
    const signed = signatureHeaders({ id, timestampS, body, secrets: [account.webhookSecret] });
    await callPlatform(this.guard, {
      account,
      limits,
      isTrusted: false,
      call: async (fetch) => {
        const headers = { 'content-type': 'application/json', 'user-agent': 'Parley', ...signed };
        const { status } = await fetch(url, { method: 'POST', headers, body });
        if (status >= 400) throw refusalOf(status);
      },
      meaningOf: () => undefined,
    });
    return { platformMessageId: id };
  }

  async typing(_account: ChannelAccount, _to: unknown, limits?: CallLimits): Promise<void> {
    limits?.signal?.throwIfAborted();
  }

  /** There is nobody to ask; an address must be one that we would call. */
  async connect({ credentials }: ChannelAccount): Promise<BotIdentity> {
    if (credentials.callback_url) await this.guard.checkResolved(credentials.callback_url);
    return { id: 'webhook' };
  }

  async disconnect(): Promise<void> {}
}

function messageOf(body: unknown): Inbound {
  const userId = idAt(body, 'user', 'id');
  const text = textAt(body, 'text')?.trim();
  if (userId === undefined || userId.length > MAX_ID_CHARS)
    throw invalid('user.id must be a text of 1 to 256 characters.');
  if (text === undefined || text === '') throw invalid('text must be a text that is not empty.');
  const chatId = idAt(body, 'chat_id') ?? userId;
  if (chatId.length > MAX_ID_CHARS) throw invalid('chat_id must have at most 256 characters.');
  const id = idAt(body, 'id');
  return {
    kind: 'message',
    message: {
      // Without an id nobody can tell a repetition from the same words said again.
      key: id === undefined ? randomUUID() : id.length > MAX_ID_CHARS ? hashOf(id) : id,
      chatId,
      isDirect: fieldOf(body, 'is_direct') !== false,
      mentionsBot: fieldOf(body, 'mentions_bot') !== false,
      user: present({ id: userId, username: textAt(body, 'user', 'username'), name: textAt(body, 'user', 'name') }),
      text,
      attachments: [],
      ...present({ threadId: idAt(body, 'thread_id'), platformMessageId: id }),
    },
  };
}

function invalid(message: string) {
  return channelTransportErrors.payload_invalid({ message });
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function wireOf({ chatId, threadId, text, attachments }: PreparedPart, id: string): object {
  return { id, chat_id: chatId, thread_id: threadId ?? null, text, attachments: attachments ?? [] };
}

/** 410 is how a receiver says that it wants no more (RFC 9110, section 15.5.11). */
function refusalOf(status: number) {
  return refusalError({ reason: status === 410 ? 'revoked' : 'refused', words: `HTTP ${status}` }, []);
}

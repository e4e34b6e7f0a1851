/**
 * WhatsApp, by the Cloud API (developers.facebook.com/docs/whatsapp/cloud-api, Graph API 23.0). Meta tries the webhook out
 * with a GET that has the verify token, and signs its calls with the secret of the app. Texts alone: templates, which open
 * a conversation that rests for more than 24 hours, are none of a bot's answers.
 */
import type { AddressGuard } from '#infra/http-client';
import type {
  BotIdentity,
  CallLimits,
  ChannelAccount,
  ChannelTransport,
  Destination,
  Inbound,
  InboundRequest,
  OutboundMessage,
  PreparedPart,
} from '../../channel-transport.contract';
import { channelTransportErrors } from '../../channel-transport.errors';
import { credentialOf, isHmac, isSecret } from '../../inbound-proof';
import { present, textAt } from '../../payload';
import { whatsappMarks } from '../../rich-text/flavours';
import { prepareParts } from '../../rich-text/prepare-parts';
import { callPlatform } from '../platform-call';
import { inboundOf } from './whatsapp-calls';
import { GraphRefusal, whatsappRefusalOf } from './whatsapp-refusals';

const VERSION = 'v23.0';
/** Of `text.body` ("Text messages"). */
const MAX_BODY_CHARS = 4_096;
const CREDENTIALS = ['phone_number_id', 'access_token', 'app_secret', 'verify_token'] as const;

export class WhatsappTransport implements ChannelTransport {
  readonly type = 'whatsapp';
  /** A channel is stored without any, and speaks when it has all of `optionalCredentials`. */
  readonly requiredCredentials = [] as const;
  readonly optionalCredentials = CREDENTIALS;

  constructor(
    private readonly guard: AddressGuard,
    private readonly apiUrl: string,
  ) {}

  async receive(account: ChannelAccount, request: InboundRequest): Promise<Inbound> {
    for (const name of CREDENTIALS) credentialOf(account.credentials, name);
    if (request.query['hub.mode'] !== undefined) return handshakeOf(account, request.query);
    const signature = /^sha256=(.+)$/.exec(request.headers['x-hub-signature-256'] ?? '')?.[1];
    if (!isHmac(signature, credentialOf(account.credentials, 'app_secret'), request.rawBody)) {
      throw channelTransportErrors.signature_invalid();
    }
    return inboundOf(request.body, credentialOf(account.credentials, 'phone_number_id'));
  }

  prepare(message: OutboundMessage): PreparedPart[] {
    return prepareParts(message, { flavour: whatsappMarks, maxChars: MAX_BODY_CHARS });
  }

  async send(account: ChannelAccount, part: PreparedPart, limits?: CallLimits): Promise<{ platformMessageId: string }> {
    const text = { body: part.text, preview_url: false };
    const message = { recipient_type: 'individual', to: part.chatId, type: 'text', text };
    const answer = await this.post(account, limits, message);
    return { platformMessageId: textAt(answer, 'messages', 0, 'id') ?? '' };
  }

  /** Shown for 25 s or until the answer comes; it marks the message as read too. */
  async typing(account: ChannelAccount, { replyTo }: Destination, limits?: CallLimits): Promise<void> {
    limits?.signal?.throwIfAborted();
    if (replyTo?.messageId === undefined) return;
    const shown = { status: 'read', message_id: replyTo.messageId, typing_indicator: { type: 'text' } };
    await this.post(account, limits, shown).catch(() => limits?.signal?.throwIfAborted());
  }

  /** Where calls go is set by people, in the app's own settings. */
  async connect(
    account: ChannelAccount,
    { timeoutMs, signal }: { webhookUrl: string } & CallLimits,
  ): Promise<BotIdentity> {
    for (const name of CREDENTIALS) credentialOf(account.credentials, name);
    const found = await this.call(
      account,
      present({ timeoutMs, signal }),
      '?fields=display_phone_number,verified_name',
    );
    return {
      id: credentialOf(account.credentials, 'phone_number_id'),
      ...present({ username: textAt(found, 'display_phone_number'), name: textAt(found, 'verified_name') }),
    };
  }

  async disconnect(): Promise<void> {}

  private post(account: ChannelAccount, limits: CallLimits | undefined, body: object): Promise<unknown> {
    return this.call(account, limits, '/messages', { messaging_product: 'whatsapp', ...body });
  }

  private call(account: ChannelAccount, limits: CallLimits | undefined, path: string, body?: object): Promise<unknown> {
    const phone = encodeURIComponent(credentialOf(account.credentials, 'phone_number_id'));
    const url = `${(account.baseUrl ?? this.apiUrl).replace(/\/+$/, '')}/${VERSION}/${phone}${path}`;
    const authorization = `Bearer ${credentialOf(account.credentials, 'access_token')}`;
    const headers = { accept: 'application/json', authorization, 'content-type': 'application/json' };
    const request = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
    return callPlatform(this.guard, {
      account,
      limits,
      call: async (fetch) => {
        const response = await fetch(url, request);
        const answer: unknown = await response.json();
        if (!response.ok) throw new GraphRefusal(response.status, answer);
        return answer;
      },
      meaningOf: whatsappRefusalOf,
    });
  }
}

/** Meta wants its challenge back as it is, and nothing else. */
function handshakeOf({ credentials }: ChannelAccount, query: InboundRequest['query']): Inbound {
  if (query['hub.mode'] !== 'subscribe' || !isSecret(query['hub.verify_token'], credentials.verify_token ?? '')) {
    throw channelTransportErrors.signature_invalid({ message: 'The verify token is not the one of the channel.' });
  }
  return { kind: 'handshake', answer: query['hub.challenge'] ?? '', contentType: 'text/plain' };
}

/**
 * Telegram, by the Bot API (core.telegram.org/bots/api, 9.x) through grammy's client. Its webhooks prove themselves by the
 * secret that was given with `setWebhook`.
 */
import type { Api, GrammyError } from 'grammy';
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
import { credentialOf, isSecret } from '../../inbound-proof';
import { present } from '../../payload';
import { telegramHtml } from '../../rich-text/flavours';
import { prepareParts } from '../../rich-text/prepare-parts';
import type { RichText } from '../../rich-text/rich-text';
import { callPlatform, refusalError } from '../platform-call';
import { isUnreadableMarkup, telegramRefusalOf } from './telegram-refusals';
import { inboundOf } from './telegram-updates';

/** Of a message, after its marks were read ("sendMessage"). */
const MAX_MESSAGE_CHARS = 4_096;
/** Of what is sent, with its marks; the server of the Bot API takes no more (github.com/tdlib/telegram-bot-api, Client.cpp). */
const MAX_SENT_BYTES = 32_768;
/** What `secret_token` may be ("setWebhook"). */
const SECRET_TOKEN = /^[A-Za-z0-9_-]{1,256}$/;

export class TelegramTransport implements ChannelTransport {
  readonly type = 'telegram';
  readonly requiredCredentials = ['bot_token'] as const;
  readonly optionalCredentials = [] as const;

  constructor(
    private readonly guard: AddressGuard,
    private readonly apiUrl: string,
  ) {}

  async receive(account: ChannelAccount, { headers, body }: InboundRequest): Promise<Inbound> {
    if (!isSecret(headers['x-telegram-bot-api-secret-token'], account.webhookSecret)) {
      throw channelTransportErrors.signature_invalid();
    }
    return inboundOf(body, account);
  }

  prepare(message: OutboundMessage): PreparedPart[] {
    return prepareParts(message, { flavour: telegramHtml, maxChars: MAX_MESSAGE_CHARS, measure });
  }

  /** Once more without marks when Telegram cannot read them; it has shown nothing then. */
  async send(account: ChannelAccount, part: PreparedPart, limits?: CallLimits): Promise<{ platformMessageId: string }> {
    const message = await this.call(account, limits, async (api) => {
      try {
        return await api.sendMessage(part.chatId, part.text, { parse_mode: 'HTML', ...optionsOf(part) });
      } catch (error) {
        if (!isUnreadableMarkup(error as GrammyError)) throw error;
        return api.sendMessage(part.chatId, part.plainText, optionsOf(part));
      }
    });
    return { platformMessageId: String(message.message_id) };
  }

  async typing(account: ChannelAccount, { chatId, threadId }: Destination, limits?: CallLimits): Promise<void> {
    const options = threadId === undefined ? {} : { message_thread_id: Number(threadId) };
    const asked = this.call(account, limits, (api) => api.sendChatAction(chatId, 'typing', options));
    await asked.catch(() => limits?.signal?.throwIfAborted());
  }

  async connect(account: ChannelAccount, options: { webhookUrl: string } & CallLimits): Promise<BotIdentity> {
    const { webhookUrl, ...limits } = options;
    if (!SECRET_TOKEN.test(account.webhookSecret)) {
      throw channelTransportErrors.not_configured({
        message: 'The webhook secret has characters that Telegram does not take.',
      });
    }
    const me = await this.call(account, limits, async (api) => {
      const found = await api.getMe();
      await api.setWebhook(webhookUrl, { secret_token: account.webhookSecret, allowed_updates: ['message'] });
      return found;
    });
    return present({ id: String(me.id), username: me.username, name: me.first_name });
  }

  async disconnect(account: ChannelAccount, limits?: CallLimits): Promise<void> {
    await this.call(account, limits, (api) => api.deleteWebhook()).catch(() => limits?.signal?.throwIfAborted());
  }

  private async call<T>(
    account: ChannelAccount,
    limits: CallLimits | undefined,
    work: (api: Api) => Promise<T>,
  ): Promise<T> {
    const token = credentialOf(account.credentials, 'bot_token');
    // A slash or a question mark would make another address of it.
    if (!/^[\w:-]+$/.test(token))
      throw refusalError({ reason: 'revoked', words: 'The token is not in the form of one.' }, []);
    const { Api } = await import('grammy');
    const apiRoot = (account.baseUrl ?? this.apiUrl).replace(/\/+$/, '');
    return callPlatform(this.guard, {
      account,
      limits,
      call: (fetch) => work(new Api(token, { apiRoot, fetch: fetch as unknown as typeof globalThis.fetch })),
      meaningOf: telegramRefusalOf,
    });
  }
}

/** Both limits as one: the share of the bytes that is taken, in characters. */
function measure({ text }: RichText, written: string): number {
  return Math.max(text.length, Math.ceil((Buffer.byteLength(written) * MAX_MESSAGE_CHARS) / MAX_SENT_BYTES));
}

function optionsOf({ threadId, replyTo, position }: PreparedPart) {
  const answered = position === 0 ? replyTo?.messageId : undefined;
  return {
    link_preview_options: { is_disabled: true },
    ...(threadId === undefined ? {} : { message_thread_id: Number(threadId) }),
    ...(answered === undefined
      ? {}
      : { reply_parameters: { message_id: Number(answered), allow_sending_without_reply: true } }),
  };
}

import { type PlatformAnswer, type PlatformCall, PlatformStub, type SignedCall } from './platform-stub';

export interface SentTelegramMessage {
  message_id: number;
  chat_id: string;
  text: string;
  parse_mode?: string;
  message_thread_id?: number;
  reply_parameters?: { message_id: number };
}

export interface TelegramUpdate {
  text?: string;
  /** 4242 unless given. */
  chatId?: number;
  chatType?: 'private' | 'group' | 'supergroup';
  user?: { id?: number; username?: string; first_name?: string; last_name?: string; is_bot?: boolean };
  /** Counts up unless given. */
  updateId?: number;
  messageId?: number;
  /** More fields of the message, or others in place of those. */
  message?: Readonly<Record<string, unknown>>;
  /** The `webhook_secret` of the channel; unless given the secret of the last setWebhook. */
  secret?: string;
}

const BOT = { id: 123456, is_bot: true, first_name: 'Tea Bot', username: 'tea_bot' };
const MAX_TEXT_CHARS = 4_096;
const HTML_TAG = /<(\/?)([a-z]+)(?: [^<>]*)?>/g;
const KNOWN_TAGS = new Set(['a', 'b', 'blockquote', 'code', 'i', 'pre', 's']);

/** The Bot API, for one bot. */
export class TelegramStub extends PlatformStub {
  readonly token = '123456:TEST-token';
  readonly sent: SentTelegramMessage[] = [];
  /** Chats that were told that the bot is typing. */
  readonly typing: string[] = [];
  /** Chats whose people do not want to hear of the bot any more. */
  readonly blocked = new Set<string>();
  /** As it was set; undefined when there is none. */
  webhook: { url: string; secret_token?: string; allowed_updates?: string[] } | undefined;
  /** Whether it takes no HTML at all. */
  refusesMarkup = false;
  private lastUpdateId = 1_000;
  private lastMessageId = 500;

  static start(): Promise<TelegramStub> {
    return new TelegramStub().listen();
  }

  override reset(): void {
    super.reset();
    this.sent.length = 0;
    this.typing.length = 0;
    this.blocked.clear();
    this.webhook = undefined;
    this.refusesMarkup = false;
  }

  /** A message of a person, as Telegram tells it to the webhook. */
  update(given: TelegramUpdate = {}): SignedCall {
    const {
      chatId = 4_242,
      chatType = 'private',
      updateId = ++this.lastUpdateId,
      text = 'Hello',
      message = {},
    } = given;
    const from = { id: 42, is_bot: false, first_name: 'John', username: 'johndoe', ...given.user };
    const body = {
      update_id: updateId,
      message: {
        message_id: given.messageId ?? updateId + 10_000,
        from,
        chat: { id: chatId, type: chatType },
        date: 1_700_000_000,
        text,
        ...message,
      },
    };
    return this.signed(body, given.secret);
  }

  /** Any update, as Telegram would send it. */
  signed(body: object, secret = this.webhook?.secret_token ?? ''): SignedCall {
    const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret };
    return { headers, body: JSON.stringify(body) };
  }

  protected answer({ path, body }: PlatformCall): PlatformAnswer {
    const [, token, method] = /^\/bot([^/]+)\/(\w+)/.exec(path) ?? [];
    if (token !== this.token || this.isRevoked) return refusal(401, 'Unauthorized');
    switch (method) {
      case 'getMe':
        return { body: { ok: true, result: BOT } };
      case 'setWebhook':
        this.webhook = body as TelegramStub['webhook'];
        return { body: { ok: true, result: true } };
      case 'deleteWebhook':
        this.webhook = undefined;
        return { body: { ok: true, result: true } };
      case 'sendChatAction':
        this.typing.push(String(body.chat_id));
        return { body: { ok: true, result: true } };
      case 'sendMessage':
        return this.take(body);
      default:
        return refusal(404, 'Not Found');
    }
  }

  protected tooMany(retryAfterS: number): PlatformAnswer {
    const parameters = { retry_after: retryAfterS };
    const description = `Too Many Requests: retry after ${retryAfterS}`;
    return { status: 429, body: { ok: false, error_code: 429, description, parameters } };
  }

  private take(body: Readonly<Record<string, unknown>>): PlatformAnswer {
    const text = String(body.text ?? '');
    const chatId = String(body.chat_id);
    if (this.blocked.has(chatId)) return refusal(403, 'Forbidden: bot was blocked by the user');
    const isHtml = body.parse_mode === 'HTML';
    if (isHtml && (this.refusesMarkup || !isGoodHtml(text))) {
      return refusal(400, "Bad Request: can't parse entities: Unsupported start tag");
    }
    const read = isHtml ? textOfHtml(text) : text;
    if (read.trim() === '') return refusal(400, 'Bad Request: message text is empty');
    if (read.length > MAX_TEXT_CHARS) return refusal(400, 'Bad Request: message is too long');
    const message_id = ++this.lastMessageId;
    this.sent.push({ ...(body as unknown as SentTelegramMessage), message_id, chat_id: chatId });
    const chat = { id: Number(chatId), type: 'private' };
    return { body: { ok: true, result: { message_id, from: BOT, chat, date: 1_700_000_001, text: read } } };
  }
}

function refusal(code: number, description: string): PlatformAnswer {
  return { status: code, body: { ok: false, error_code: code, description } };
}

/** Whether all tags are known and closed in order, and nothing else looks like one. */
function isGoodHtml(text: string): boolean {
  const open: string[] = [];
  for (const [, slash, name = ''] of text.matchAll(HTML_TAG)) {
    if (!KNOWN_TAGS.has(name)) return false;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) return false;
  }
  return open.length === 0 && !/[<>]/.test(text.replace(HTML_TAG, ''));
}

function textOfHtml(text: string): string {
  return text
    .replace(HTML_TAG, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

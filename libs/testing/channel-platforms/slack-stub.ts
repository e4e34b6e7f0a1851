import { createHmac } from 'node:crypto';
import { type PlatformAnswer, type PlatformCall, PlatformStub, type SignedCall } from './platform-stub';

export interface SentSlackMessage {
  channel: string;
  text: string;
  thread_ts?: string;
  ts: string;
}

export interface SlackMessageEvent {
  text?: string;
  /** `C1` unless given; one that begins with D is a conversation with the bot alone. */
  channel?: string;
  user?: string;
  /** Counts up unless given. */
  ts?: string;
  threadTs?: string;
  eventId?: string;
  type?: 'message' | 'app_mention';
  /** More fields of the event, or others in place of those. */
  event?: Readonly<Record<string, unknown>>;
  /** Of the signature; now unless given. */
  at?: Date;
}

const MAX_TEXT_CHARS = 40_000;

/** The Web API, and the Events API, for one app. */
export class SlackStub extends PlatformStub {
  readonly token = 'xoxb-test-token';
  readonly signingSecret = '8f742231b10e8888abcd99yyyzzz85a5';
  readonly botUserId = 'U0BOT';
  readonly sent: SentSlackMessage[] = [];
  /** Channels that the bot was removed from. */
  readonly gone = new Set<string>();
  private lastTs = 0;

  static start(): Promise<SlackStub> {
    return new SlackStub().listen();
  }

  override reset(): void {
    super.reset();
    this.sent.length = 0;
    this.gone.clear();
  }

  /** Something that a person says, as the Events API tells it. */
  event(given: SlackMessageEvent = {}): SignedCall {
    const { channel = 'C1', user = 'U1', type = 'message', text = 'Hello', ts = this.nextTs() } = given;
    const channel_type = channel.startsWith('D') ? 'im' : 'channel';
    const thread = given.threadTs === undefined ? {} : { thread_ts: given.threadTs };
    const event = { type, user, channel, channel_type, text, ts, event_ts: ts, ...thread, ...given.event };
    return this.eventCallback(event, given);
  }

  uninstalled(at?: Date): SignedCall {
    return this.eventCallback({ type: 'app_uninstalled' }, at === undefined ? {} : { at });
  }

  urlVerification(challenge = 'tea'): SignedCall {
    return this.signed({ token: 'x', challenge, type: 'url_verification' });
  }

  eventCallback(
    event: object,
    { eventId = `Ev${++this.lastTs}`, at }: { eventId?: string; at?: Date } = {},
  ): SignedCall {
    const authorizations = [{ team_id: 'T1', user_id: this.botUserId, is_bot: true }];
    const body = { type: 'event_callback', team_id: 'T1', api_app_id: 'A1', event_id: eventId, authorizations, event };
    return this.signed(body, at);
  }

  /** Any body, as Slack would send it. */
  signed(body: object, at = new Date()): SignedCall {
    const text = JSON.stringify(body);
    const timestamp = String(Math.floor(at.getTime() / 1_000));
    const signature = createHmac('sha256', this.signingSecret).update(`v0:${timestamp}:${text}`).digest('hex');
    const headers = {
      'content-type': 'application/json',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    };
    return { headers, body: text };
  }

  protected answer({ path, headers, body }: PlatformCall): PlatformAnswer {
    if (headers.authorization !== `Bearer ${this.token}`) return refusal('invalid_auth');
    if (this.isRevoked) return refusal('token_revoked');
    const method = path.split('/').at(-1);
    if (method === 'auth.test') {
      const url = 'https://tea.slack.com/';
      return {
        body: { ok: true, url, team: 'Tea', user: 'teabot', team_id: 'T1', user_id: this.botUserId, bot_id: 'B1' },
      };
    }
    return method === 'chat.postMessage' ? this.take(body) : refusal('unknown_method');
  }

  protected tooMany(retryAfterS: number): PlatformAnswer {
    const headers = { 'retry-after': String(retryAfterS) };
    return { status: 429, headers, body: { ok: false, error: 'ratelimited' } };
  }

  private take(body: Readonly<Record<string, unknown>>): PlatformAnswer {
    const message = body as unknown as SentSlackMessage;
    if (this.gone.has(message.channel)) return refusal('channel_not_found');
    if (!message.text) return refusal('no_text');
    if (message.text.length > MAX_TEXT_CHARS) return refusal('msg_too_long');
    const ts = this.nextTs();
    this.sent.push({ ...message, ts });
    return { body: { ok: true, channel: message.channel, ts, message: { text: message.text, ts } } };
  }

  private nextTs(): string {
    return `1700000000.${String(++this.lastTs).padStart(6, '0')}`;
  }
}

/** Slack refuses with status 200. */
function refusal(error: string): PlatformAnswer {
  return { body: { ok: false, error } };
}

import { createHmac } from 'node:crypto';
import { type PlatformAnswer, type PlatformCall, PlatformStub, type SignedCall } from './platform-stub';

export interface SentCallback {
  id: string;
  chat_id: string;
  thread_id: string | null;
  text: string;
  attachments: Array<{ url: string; name?: string }>;
}

export interface WebhookChannelMessage {
  user?: { id: string; name?: string; username?: string };
  chat_id?: string;
  text?: string;
  id?: string;
  thread_id?: string;
}

/** A messenger of a team's own behind a channel of type `webhook`; `url` is its `callback_url`. */
export class CallbackStub extends PlatformStub {
  readonly sent: SentCallback[] = [];

  static start(): Promise<CallbackStub> {
    return new CallbackStub().listen();
  }

  override reset(): void {
    super.reset();
    this.sent.length = 0;
  }

  /** @param secret the `webhook_secret` of the channel */
  message(secret: string, given: WebhookChannelMessage = {}): SignedCall {
    const user = { id: 'user-42', name: 'John', username: 'johndoe' };
    return this.signed(secret, { user, chat_id: 'chat-1', text: 'Hello', ...given });
  }

  signed(secret: string, body: object): SignedCall {
    const text = JSON.stringify(body);
    const signature = createHmac('sha256', secret).update(text).digest('hex');
    return {
      headers: { 'content-type': 'application/json', 'x-webhook-signature': `sha256=${signature}` },
      body: text,
    };
  }

  protected answer({ body }: PlatformCall): PlatformAnswer {
    if (this.isRevoked) return { status: 410 };
    this.sent.push(body as unknown as SentCallback);
    return { status: 204 };
  }

  protected tooMany(retryAfterS: number): PlatformAnswer {
    return { status: 429, headers: { 'retry-after': String(retryAfterS) } };
  }
}

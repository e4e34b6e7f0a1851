import { createHmac } from 'node:crypto';
import { type PlatformAnswer, type PlatformCall, PlatformStub, type SignedCall } from './platform-stub';

export interface SentWhatsappMessage {
  id: string;
  to: string;
  text: string;
}

export interface WhatsappTextMessage {
  text?: string;
  from?: string;
  name?: string;
  /** Counts up unless given. */
  id?: string;
}

const MAX_BODY_CHARS = 4_096;

/** The Cloud API, for one number. */
export class WhatsappStub extends PlatformStub {
  readonly token = 'EAAtest-token';
  readonly phoneNumberId = '106540352242922';
  readonly appSecret = 'whatsapp-app-secret';
  readonly verifyToken = 'whatsapp-verify-token';
  readonly sent: SentWhatsappMessage[] = [];
  /** Messages that were marked as read and are being answered. */
  readonly typing: string[] = [];
  /** Numbers that have not written for 24 hours. */
  readonly resting = new Set<string>();
  private lastId = 0;

  static start(): Promise<WhatsappStub> {
    return new WhatsappStub().listen();
  }

  override reset(): void {
    super.reset();
    this.sent.length = 0;
    this.typing.length = 0;
    this.resting.clear();
  }

  /** The credentials of a channel. */
  credentials(): Record<string, string> {
    return {
      phone_number_id: this.phoneNumberId,
      access_token: this.token,
      app_secret: this.appSecret,
      verify_token: this.verifyToken,
    };
  }

  /** Texts of people, told in one call. */
  messages(...given: WhatsappTextMessage[]): SignedCall {
    const from = (one: WhatsappTextMessage) => one.from ?? '16315551181';
    const value = {
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: '15550783881', phone_number_id: this.phoneNumberId },
      contacts: given.map((one) => ({ profile: { name: one.name ?? 'John' }, wa_id: from(one) })),
      messages: given.map((one) => ({
        from: from(one),
        id: one.id ?? `wamid.${++this.lastId}`,
        timestamp: '1700000000',
        type: 'text',
        text: { body: one.text ?? 'Hello' },
      })),
    };
    return this.change(value);
  }

  /** Any change of the number, as WhatsApp tells it. */
  change(value: object): SignedCall {
    const entry = [{ id: '1', changes: [{ field: 'messages', value }] }];
    return this.signed({ object: 'whatsapp_business_account', entry });
  }

  signed(body: object): SignedCall {
    const text = JSON.stringify(body);
    const signature = createHmac('sha256', this.appSecret).update(text).digest('hex');
    return {
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` },
      body: text,
    };
  }

  /** The query of the GET by which Meta tries a webhook out. */
  verification(challenge = '1158201444'): Record<string, string> {
    return { 'hub.mode': 'subscribe', 'hub.verify_token': this.verifyToken, 'hub.challenge': challenge };
  }

  protected answer({ method, path, headers, body }: PlatformCall): PlatformAnswer {
    if (headers.authorization !== `Bearer ${this.token}` || this.isRevoked) {
      return refusal(401, 190, 'Error validating access token');
    }
    const [, phone, action] = /^\/v[\d.]+\/(\d+)(\/messages)?/.exec(path) ?? [];
    if (phone !== this.phoneNumberId) return refusal(400, 100, 'Unsupported request');
    if (method === 'GET') {
      return { body: { id: phone, display_phone_number: '+1 555-078-3881', verified_name: 'Tea' } };
    }
    return action === undefined ? refusal(400, 100, 'Unsupported request') : this.take(body);
  }

  protected tooMany(retryAfterS: number): PlatformAnswer {
    const body = { error: { code: 130429, message: 'Rate limit hit' } };
    return { status: 429, headers: { 'retry-after': String(retryAfterS) }, body };
  }

  private take(body: Readonly<Record<string, unknown>>): PlatformAnswer {
    if (body.status === 'read') {
      this.typing.push(String(body.message_id));
      return { body: { success: true } };
    }
    const to = String(body.to);
    const text = String((body.text as { body?: unknown } | undefined)?.body ?? '');
    if (this.resting.has(to)) return refusal(400, 131047, 'Re-engagement message');
    if (text === '' || text.length > MAX_BODY_CHARS) return refusal(400, 100, 'Invalid parameter');
    const id = `wamid.sent.${++this.lastId}`;
    this.sent.push({ id, to, text });
    return { body: { messaging_product: 'whatsapp', contacts: [{ input: to, wa_id: to }], messages: [{ id }] } };
  }
}

function refusal(status: number, code: number, message: string): PlatformAnswer {
  return { status, body: { error: { code, message, type: 'OAuthException' } } };
}

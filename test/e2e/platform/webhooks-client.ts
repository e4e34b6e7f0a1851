/** The calls of webhooks, as a team makes them. */

import OpenAI from 'openai';
import { Webhook } from 'standardwebhooks';
import { must, type WireClient } from '#testing/parley';
import type { ReceivedDelivery } from '#testing/webhooks';

export const WEBHOOKS = '/api/v1/webhooks';

/** One webhook, as one caller. */
export class WebhookClient {
  private constructor(
    readonly wire: WireClient,
    readonly id: string,
    /** As it was shown when it was registered. */
    readonly secret: string,
  ) {}

  static async register(wire: WireClient, body: { url: string; events: readonly string[]; [field: string]: unknown }) {
    const { id, secret } = must(await wire.post(WEBHOOKS, body), 201).body.data;
    return new WebhookClient(wire, id, secret);
  }

  get path(): string {
    return `${WEBHOOKS}/${this.id}`;
  }

  async read() {
    return must(await this.wire.get(this.path), 200).body.data;
  }

  async change(patch: object) {
    return must(await this.wire.send('PATCH', this.path, patch), 200).body.data;
  }

  /** Newest first. */
  async deliveries(query = '') {
    return must(await this.wire.get(`${this.path}/deliveries?limit=100${query}`), 200).body.data;
  }

  async delivery(id: string) {
    return must(await this.wire.get(`${this.path}/deliveries/${id}`), 200).body.data;
  }

  async test(body: object = {}) {
    return must(await this.wire.post(`${this.path}/test`, body), 200).body.data;
  }
}

/** Bots are what these tests cause events with. Gives its id. */
export async function createBot(wire: WireClient, name = 'Helper'): Promise<string> {
  return must(await wire.post('/api/v1/chatbots', { name }), 201).body.data.id;
}

/** What the package of Standard Webhooks makes of it. @throws unless the signature holds */
export function verifiedByStandardWebhooks({ body, headers }: ReceivedDelivery, secret: string): unknown {
  return new Webhook(secret).verify(body, headers);
}

/** What the SDK of OpenAI makes of it. @throws unless the signature holds */
export async function verifiedByOpenAi({ body, headers }: ReceivedDelivery, secret: string): Promise<unknown> {
  const { webhooks } = new OpenAI({ apiKey: 'not used', webhookSecret: secret });
  return webhooks.unwrap(body, headers);
}

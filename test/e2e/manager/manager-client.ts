/** The calls of the manager dialect, as its clients and their messengers make them, and what they are answered. */
import { createHmac } from 'node:crypto';
import { eventually } from '#testing';
import { must, type WireAnswer, type WireClient } from '#testing/parley';
import type { WebhookSink } from '#testing/webhooks';

// biome-ignore lint/suspicious/noExplicitAny: the body of an answer is whatever the server sent; tests assert its shape.
type Json = any;

export const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
export const COUNT = expect.any(Number);
/** Matches any text but the empty one. */
export const TEXT = expect.stringMatching(/\S/);

/** Of the kind with that prefix. */
export const id = (prefix: string) => expect.stringMatching(new RegExp(`^${prefix}_[A-Za-z0-9_-]+$`));

export const BOT = {
  id: id('bot'),
  name: TEXT,
  description: null,
  status: 'active',
  message_history: 10,
  behaviors: {
    typing_indicator: true,
    should_respond: null,
    response_delay_ms: null,
    conversation_scope: null,
    session_timeout_minutes: null,
  },
  created_at: TIME,
  updated_at: TIME,
};

export const INTEGRATION = {
  id: id('int'),
  bot_id: id('bot'),
  name: TEXT,
  type: 'webhook',
  webhook_url: TEXT,
  headers: {},
  model_id: null,
  timeout: 30,
  weight: 1,
  fallback: false,
  enabled: true,
  created_at: TIME,
  updated_at: TIME,
};

export const CHANNEL = {
  id: id('ch'),
  bot_id: id('bot'),
  type: TEXT,
  name: null,
  status: 'pending',
  status_reason: null,
  webhook_url: expect.stringMatching(/^http.*\/v1\/channels\/ch_[0-9a-f]{32}\/webhook$/),
  config: {},
  credentials: [],
  identity: null,
  connected_at: null,
  last_inbound_at: null,
  last_error: null,
  created_at: TIME,
  updated_at: TIME,
};

export const CONVERSATION = {
  id: id('conv'),
  bot_id: id('bot'),
  channel_id: id('ch'),
  platform: TEXT,
  user: { id: TEXT, username: null, name: null },
  chat_id: TEXT,
  status: 'active',
  message_count: COUNT,
  created_at: TIME,
  updated_at: TIME,
};

export const LOOP = {
  id: id('loop'),
  name: TEXT,
  system_prompt: TEXT,
  user_message: TEXT,
  mcp_servers: [],
  callback_url: null,
  callback_headers: {},
  max_iterations: 10,
  max_tokens: null,
  model: null,
  model_id: null,
  timeout: 300,
  plugin_ids: [],
  knowledge_bot_id: null,
  schedule: null,
  status: 'active',
  created_at: TIME,
  updated_at: TIME,
};

/** @param fields that are named, when some must be */
export const failure = (code: string, fields?: readonly string[]) => ({
  error: {
    code,
    message: TEXT,
    ...(fields === undefined
      ? {}
      : { details: { fields: fields.map((field) => ({ field, message: expect.stringContaining(field) })) } }),
  },
});

export const NOT_FOUND = [404, failure('not_found')];

/** Status and body, to be compared at once. */
export const told = ({ status, body }: WireAnswer): [number, Json] => [status, body];

/** A list of one page. */
export const page = (data: readonly unknown[], meta: object = {}) => ({
  data,
  meta: { page: 1, per_page: 20, total: data.length, ...meta },
});

/** Key of a row in the main API. */
export const uuidOf = (prefixed: string): string =>
  prefixed.replace(/^[a-z]+_/, '').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** What one team says to the API. */
export class ManagerClient {
  constructor(readonly wire: WireClient) {}

  async get(path: string): Promise<Json> {
    return must(await this.wire.get(path), 200).body.data;
  }

  async post(path: string, body: object = {}, status = 201): Promise<Json> {
    return must(await this.wire.post(path, body), status).body.data;
  }

  async patch(path: string, body: object): Promise<Json> {
    return must(await this.wire.send('PATCH', path, body), 200).body.data;
  }

  async delete(path: string): Promise<Json> {
    return must(await this.wire.delete(path), 200).body.data;
  }

  async bot(more: object = {}): Promise<Json> {
    return this.post('/v1/bots', { name: 'Sales Bot', ...more });
  }

  async integration(botId: string, more: object): Promise<Json> {
    return this.post(`/v1/bots/${botId}/integrations`, { name: 'Back-end', ...more });
  }

  /** One of somebody's own messenger. */
  async webhookChannel(botId: string): Promise<GenericChannel> {
    return new GenericChannel(this.wire, await this.post(`/v1/bots/${botId}/channels`, { type: 'webhook' }));
  }

  /** When so many have been said. */
  messages(conversationId: string, count: number): Promise<Json[]> {
    return eventually(async () => {
      const said = await this.get(`/v1/conversations/${conversationId}/messages`);
      if (said.length < count) throw new Error(`${said.length} of ${count} messages were said.`);
      return said;
    });
  }
}

export interface Said {
  conversation_id: string;
  reply: string;
}

/** A messenger that calls with signed JSON and waits for the reply. */
export class GenericChannel {
  readonly id: string;
  private readonly path: string;

  constructor(
    private readonly wire: WireClient,
    private readonly channel: Json,
  ) {
    this.id = channel.id;
    this.path = `/v1/channels/${channel.id}/webhook`;
  }

  async say(text: string, chatId = 'chat-1', user: object = { id: 'u1', name: 'Ann', username: 'ann' }): Promise<Said> {
    return must(await this.send({ user, chat_id: chatId, text }), 200).body.data;
  }

  send(body: object, secret: string = this.channel.webhook_secret): Promise<WireAnswer> {
    const text = JSON.stringify(body);
    const signature = `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`;
    return this.wire.with({ 'x-webhook-signature': signature }).send('POST', this.path, text);
  }
}

/** A back-end at a path of the sink that says always the same. Gives its address. */
export function answersWith(sink: WebhookSink, path: string, content: string): string {
  const body = JSON.stringify({ content });
  return sink.behave(path, { kind: 'status', status: 200, headers: { 'content-type': 'application/json' }, body });
}

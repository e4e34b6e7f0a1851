/** The calls of the support API, as its clients make them, and the shapes of its answers as its document shows them. */
import { must, type WireAnswer, type WireClient } from '#testing/parley';

export const CONVERSATIONS = '/api/v1/conversations';
export const ARTICLES = '/api/v1/knowledge-base';
export const ANALYTICS = '/api/v1/analytics';

export const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
export const DAY = /^\d{4}-\d\d-\d\d$/;
export const idOf = (prefix: string) => expect.stringMatching(new RegExp(`^${prefix}_[0-9a-f]{32}$`));
export const TIME = expect.stringMatching(ISO);

/** The document's own examples. */
export const PASSWORD_ARTICLE = {
  title: 'Password Reset Guide',
  content:
    "Step-by-step instructions for resetting your password: open the login page, click on 'Forgot Password', enter your email and follow the link.",
  category: 'account-management',
  tags: ['password', 'security', 'login'],
  metadata: { author: 'support_team', last_updated: '2026-01-12' },
};
export const PASSWORD_QUESTION = {
  message: 'How do I reset my password?',
  user_id: 'user_12345',
  channel: 'chat',
  metadata: { user_email: 'customer@example.com', user_name: 'John Doe' },
};
export const UNANSWERABLE = { message: 'Which penguins hatch in March on Deception Island?', user_id: 'user_12345' };

export const ANSWER = {
  conversation_id: idOf('conv'),
  response: expect.stringMatching(/\S/),
  confidence: expect.any(Number),
  sources: expect.any(Array),
  escalated: expect.any(Boolean),
  timestamp: TIME,
  message_id: idOf('msg'),
  user_message_id: idOf('msg'),
  handling: expect.stringMatching(/^(bot|waiting|human)$/),
  status: expect.stringMatching(/^(active|escalated)$/),
  assigned_agent: null,
  citations: expect.any(Array),
};

export const WRITTEN = {
  article_id: idOf('kb'),
  status: 'published',
  indexed: true,
  created_at: TIME,
  updated_at: TIME,
};

/** The error object, whose request id must be that of the header. */
export function failureOf({ headers }: WireAnswer, code: string, details?: object) {
  const request_id = headers.get('x-request-id');
  expect(request_id).toMatch(/^req_/);
  return { error: { code, message: expect.any(String), ...(details ? { details } : {}), request_id } };
}

export class SupportClient {
  constructor(readonly wire: WireClient) {}

  async write(article: object, status = 201) {
    return must(await this.wire.post(ARTICLES, article), status).body;
  }

  async say(body: object) {
    return must(await this.wire.post(CONVERSATIONS, body), 200).body;
  }

  async read(conversationId: string, query = '') {
    return must(await this.wire.get(`${CONVERSATIONS}/${conversationId}${query}`), 200).body;
  }

  rate(conversationId: string, body: object) {
    return this.wire.post(`${CONVERSATIONS}/${conversationId}/feedback`, body);
  }

  resolve(conversationId: string) {
    return this.wire.post(`${CONVERSATIONS}/${conversationId}/resolve`);
  }

  escalate(conversationId: string) {
    return this.wire.post(`${CONVERSATIONS}/${conversationId}/escalate`);
  }

  async analytics(query: Record<string, string>) {
    return must(await this.wire.get(`${ANALYTICS}?${new URLSearchParams(query)}`), 200).body;
  }

  stream(body: object): Promise<Response> {
    return this.wire.open('POST', CONVERSATIONS, { ...body, stream: true });
  }
}

/** Today and the days around it, in UTC. */
export function day(offset = 0): string {
  return new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
}

/** What the support API refuses, and how. */
import { must, type RegisteredTeam, registerTeam, sharedInstallation, WireClient } from '#testing/parley';
import {
  ANALYTICS,
  ARTICLES,
  CONVERSATIONS,
  failureOf,
  PASSWORD_ARTICLE,
  PASSWORD_QUESTION,
  SupportClient,
} from './support-client';

const UNKNOWN = '0'.repeat(12).padEnd(32, 'f');

describe('the support API refuses', () => {
  let wire: WireClient;
  let team: RegisteredTeam;
  let conversationId: string;

  beforeAll(async () => {
    wire = new WireClient((await sharedInstallation()).baseUrl);
    team = await registerTeam(wire);
    const support = new SupportClient(team.asKey);
    await support.write(PASSWORD_ARTICLE);
    conversationId = (await support.say(PASSWORD_QUESTION)).conversation_id;
  });

  const text = (range: string) => `a text of ${range} characters`;
  const day = 'a day as YYYY-MM-DD';

  test.each<[string, string, string, unknown, string, string]>([
    ['a message without a user', 'POST', CONVERSATIONS, { message: 'Hi' }, 'user_id', text('1 to 256')],
    ['no message', 'POST', CONVERSATIONS, { user_id: 'u' }, 'message', text('1 to 32,000')],
    ['an empty message', 'POST', CONVERSATIONS, { user_id: 'u', message: ' ' }, 'message', text('1 to 32,000')],
    [
      'a message that is too long',
      'POST',
      CONVERSATIONS,
      { user_id: 'u', message: 'x'.repeat(32_001) },
      'message',
      text('1 to 32,000'),
    ],
    [
      'a channel that is no text',
      'POST',
      CONVERSATIONS,
      { ...PASSWORD_QUESTION, channel: 7 },
      'channel',
      text('1 to 64'),
    ],
    [
      'metadata that are no object',
      'POST',
      CONVERSATIONS,
      { ...PASSWORD_QUESTION, metadata: [] },
      'metadata',
      'an object of at most 65,536 bytes as JSON',
    ],
    ['an article without a title', 'POST', ARTICLES, { content: 'x' }, 'title', text('1 to 512')],
    ['an article without content', 'POST', ARTICLES, { title: 'x' }, 'content', text('1 to 1,000,000')],
    [
      'tags that are no list',
      'POST',
      ARTICLES,
      { ...PASSWORD_ARTICLE, tags: 'a' },
      'tags',
      'a list of at most 50 texts, each of 1 to 100 characters',
    ],
    ['no dates', 'GET', ANALYTICS, undefined, 'start_date', day],
    [
      'a date that there is not',
      'GET',
      `${ANALYTICS}?start_date=2026-02-30&end_date=2026-03-01`,
      undefined,
      'start_date',
      day,
    ],
    ['a date that is none', 'GET', `${ANALYTICS}?start_date=2026-02-01&end_date=soon`, undefined, 'end_date', day],
    [
      'dates in the wrong order',
      'GET',
      `${ANALYTICS}?start_date=2026-02-02&end_date=2026-02-01`,
      undefined,
      'end_date',
      'the day of start_date or a later one',
    ],
    [
      'an endless period',
      'GET',
      `${ANALYTICS}?start_date=2016-02-02&end_date=2026-02-01`,
      undefined,
      'end_date',
      'at most five years after start_date',
    ],
    [
      'an unknown metric',
      'GET',
      `${ANALYTICS}?start_date=2026-02-01&end_date=2026-02-01&metrics=conversations,luck`,
      undefined,
      'metrics',
      expect.stringContaining('each one of conversations, ai_resolved'),
    ],
    [
      'an unknown grouping',
      'GET',
      `${ANALYTICS}?start_date=2026-02-01&end_date=2026-02-01&group_by=year`,
      undefined,
      'group_by',
      'one of day, week, month',
    ],
  ])('%s, and says what it expects', async (_case, method, path, body, field, expected) => {
    const answer = await team.asKey.send(method, path, body);
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual(failureOf(answer, 'invalid_request', { field, expected }));
  });

  test.each([0, 6, 4.5, '5', null])('the rating %p', async (rating) => {
    const answer = await team.asKey.post(`${CONVERSATIONS}/${conversationId}/feedback`, { rating });
    expect(answer.status).toBe(400);
    const details = { field: 'rating', expected: 'a whole number from 1 to 5' };
    expect(answer.body).toEqual(failureOf(answer, 'invalid_request', details));
  });

  test('malformed JSON and other types of content', async () => {
    for (const answer of [
      await team.asKey.send('POST', CONVERSATIONS, '{"message"'),
      await team.asKey.with({ 'content-type': 'text/plain' }).send('POST', CONVERSATIONS, 'Hello'),
    ]) {
      expect(answer.status).toBe(400);
      expect(answer.body).toEqual(failureOf(answer, 'invalid_request'));
    }
  });

  test('strangers, before it looks at what they sent', async () => {
    for (const caller of [wire, wire.withKey('sk_live_nonsense'), wire.withToken('pk_live_nonsense')]) {
      for (const path of [CONVERSATIONS, '/v1/conversations', ARTICLES]) {
        const answer = await caller.send('POST', path, '{"message"');
        expect(answer.status).toBe(401);
        expect(answer.body).toEqual(failureOf(answer, 'unauthorized'));
        expect(answer.headers.get('x-ratelimit-limit')).not.toBeNull();
      }
    }
  });

  test('keys without the scope', async () => {
    const key = must(await team.asUser.post('/api/v1/auth/api-key', { scopes: ['webhooks:read'] }), 201).body.data
      .apiKey;
    const caller = wire.withKey(key);
    for (const answer of [
      await caller.post(CONVERSATIONS, PASSWORD_QUESTION),
      await caller.get(`${CONVERSATIONS}/${conversationId}`),
      await caller.post(`${CONVERSATIONS}/${conversationId}/resolve`),
      await caller.post(ARTICLES, PASSWORD_ARTICLE),
      await caller.get(`${ANALYTICS}?start_date=2026-02-01&end_date=2026-02-01`),
    ]) {
      expect(answer.status).toBe(403);
      expect(answer.body).toEqual(failureOf(answer, 'forbidden'));
    }
  });

  test.each([
    ['an unknown conversation', 'GET', `${CONVERSATIONS}/conv_${UNKNOWN}`, undefined],
    ['an id that cannot be one', 'GET', `${CONVERSATIONS}/7`, undefined],
    ['a message to an unknown conversation', 'POST', CONVERSATIONS, { conversation_id: `conv_${UNKNOWN}` }],
    ['a message to nonsense', 'POST', CONVERSATIONS, { conversation_id: 'nonsense' }],
    ['feedback of an unknown conversation', 'POST', `${CONVERSATIONS}/conv_${UNKNOWN}/feedback`, { rating: 5 }],
    ['an unknown conversation to be resolved', 'POST', `${CONVERSATIONS}/conv_${UNKNOWN}/resolve`, {}],
    ['an unknown conversation to be escalated', 'POST', `${CONVERSATIONS}/conv_${UNKNOWN}/escalate`, {}],
    ['an unknown article', 'POST', ARTICLES, { ...PASSWORD_ARTICLE, article_id: `kb_${UNKNOWN}` }],
    ['an article that cannot be one', 'POST', ARTICLES, { ...PASSWORD_ARTICLE, article_id: 'nonsense' }],
    ['an unknown path', 'GET', `${CONVERSATIONS}/conv_${UNKNOWN}/nowhere`, undefined],
    ['a wrong method', 'PATCH', CONVERSATIONS, {}],
  ])('%s as not found', async (_case, method, path, body) => {
    const answer = await team.asKey.send(method, path, body && { ...PASSWORD_QUESTION, ...body });
    expect(answer.status).toBe(404);
    expect(answer.body).toEqual(failureOf(answer, 'not_found'));
  });

  test('feedback of a message that is not in the conversation', async () => {
    for (const message_id of [`msg_${UNKNOWN}`, 'nonsense']) {
      const answer = await team.asKey.post(`${CONVERSATIONS}/${conversationId}/feedback`, { rating: 5, message_id });
      expect(answer.status).toBe(404);
      expect(answer.body).toEqual(failureOf(answer, 'not_found'));
    }
  });
});

test('limits are told with every answer, counted by team', async () => {
  const wire = new WireClient((await sharedInstallation()).baseUrl);
  const team = await registerTeam(wire);
  const remainingOf = async (caller: WireClient, path: string) => {
    const { headers } = await caller.get(path);
    expect(Number(headers.get('x-ratelimit-limit'))).toBe(100_000);
    expect(Number(headers.get('x-ratelimit-reset')) * 1_000).toBeGreaterThan(Date.now());
    return Number(headers.get('x-ratelimit-remaining'));
  };
  expect(await remainingOf(team.asKey, ARTICLES)).toBe(99_999);
  expect(await remainingOf(team.asUser, `${CONVERSATIONS}/nowhere`)).toBe(99_998);
  expect(await remainingOf(team.asKey, `${ANALYTICS}/nowhere`)).toBe(99_997);
});

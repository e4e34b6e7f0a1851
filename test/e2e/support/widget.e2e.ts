/** What a web page may do with a public key, and with the token of the conversation that it has begun. */
import {
  allFrames,
  must,
  type RegisteredTeam,
  readFrames,
  registerTeam,
  type SseFrame,
  sharedInstallation,
  WireClient,
} from '#testing/parley';
import {
  ANALYTICS,
  ANSWER,
  ARTICLES,
  CONVERSATIONS,
  failureOf,
  idOf,
  PASSWORD_ARTICLE,
  PASSWORD_QUESTION,
  SupportClient,
  TIME,
} from './support-client';

const ORIGIN = 'https://shop.example';
const QUESTION = { message: PASSWORD_QUESTION.message, user_id: 'visitor_1' };

describe('a page with a public key', () => {
  let wire: WireClient;
  let team: RegisteredTeam;
  let page: SupportClient;
  let publicKey: string;
  let articleId: string;

  beforeAll(async () => {
    wire = new WireClient((await sharedInstallation()).baseUrl);
    team = await registerTeam(wire);
    articleId = (await new SupportClient(team.asKey).write(PASSWORD_ARTICLE)).article_id;
    const [bot] = must(await team.asKey.get('/api/v1/chatbots'), 200).body.data;
    const order = { type: 'public', chatbotId: bot.id, allowedOrigins: [ORIGIN] };
    publicKey = must(await team.asUser.post('/api/v1/auth/api-key', order), 201).body.data.apiKey;
    page = new SupportClient(wire.withToken(publicKey).with({ origin: ORIGIN }));
  });

  const visitorOf = (token: string) => new SupportClient(wire.withToken(token).with({ origin: ORIGIN }));

  async function begin() {
    const answer = await page.say(QUESTION);
    return { answer, visitor: visitorOf(answer.conversation_token), id: answer.conversation_id as string };
  }

  test('begins a conversation and is given its token', async () => {
    expect(publicKey).toMatch(/^pk_live_/);
    const { answer, id } = await begin();
    expect(answer).toEqual({
      ...ANSWER,
      sources: [articleId],
      escalated: false,
      conversation_token: expect.stringMatching(/^ct_/),
    });
    const conversation = await new SupportClient(team.asKey).read(id);
    expect(conversation).toMatchObject({ user_id: 'visitor_1', channel: 'widget' });
  });

  test('goes on with the token, in that conversation alone, named or not', async () => {
    const { visitor, id } = await begin();
    const other = await begin();
    const named = await visitor.say({ ...QUESTION, conversation_id: id });
    const unnamed = await visitor.say(QUESTION);
    expect([named.conversation_id, unnamed.conversation_id]).toEqual([id, id]);
    expect(named).not.toHaveProperty('conversation_token');
    expect((await visitor.read(id)).messages).toHaveLength(6);
    const answers = [
      await visitor.wire.get(`${CONVERSATIONS}/${other.id}`),
      await visitor.wire.get(`${CONVERSATIONS}/${other.id}/events`),
      await visitor.wire.get(`${CONVERSATIONS}/${other.id}/replies/${other.answer.message_id}`),
      await visitor.wire.get(`${CONVERSATIONS}/${id}/replies/${other.answer.message_id}`),
      await visitor.wire.post(CONVERSATIONS, { ...QUESTION, conversation_id: other.id }),
      await visitor.rate(other.id, { rating: 1 }),
      await visitor.rate(id, { rating: 1, message_id: other.answer.message_id }),
      await visitor.escalate(other.id),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    for (const answer of answers) expect(answer.body).toEqual(failureOf(answer, 'not_found'));
  });

  test('goes on with nothing by the key itself', async () => {
    const { id } = await begin();
    const answers = [
      await page.wire.post(CONVERSATIONS, { ...QUESTION, conversation_id: id }),
      await page.wire.get(`${CONVERSATIONS}/${id}`),
      await page.wire.get(`${CONVERSATIONS}/${id}/events`),
      await page.rate(id, { rating: 5 }),
    ];
    for (const { status } of answers) expect([403, 404]).toContain(status);
  });

  test('rates, and asks for a person', async () => {
    const { visitor, id, answer } = await begin();
    const rated = must(await visitor.rate(id, { rating: 2, message_id: answer.message_id }), 201).body;
    expect(rated).toMatchObject({ feedback_id: idOf('fb'), rating: 2 });
    expect(must(await visitor.escalate(id), 200).body).toMatchObject({ escalated: true, status: 'escalated' });
    expect(await visitor.read(id)).toMatchObject({ status: 'escalated', handling: 'waiting' });
  });

  test('may do nothing else', async () => {
    const { visitor, id } = await begin();
    for (const caller of [page, visitor]) {
      const answers = [
        await caller.resolve(id),
        await caller.wire.post(ARTICLES, PASSWORD_ARTICLE),
        await caller.wire.get(`${ARTICLES}/${articleId}`),
        await caller.wire.get(`${ANALYTICS}?start_date=2026-01-01&end_date=2026-01-02`),
      ];
      for (const answer of answers) {
        expect(answer.status).toBe(403);
        expect(answer.body).toEqual(failureOf(answer, 'forbidden'));
      }
      expect((await caller.wire.get('/api/v1/chatbots')).status).toBe(403);
    }
  });

  test('of another origin is refused, and so is a token there', async () => {
    const { answer } = await begin();
    for (const credential of [publicKey, answer.conversation_token]) {
      const elsewhere = wire.withToken(credential).with({ origin: 'https://evil.example' });
      const refused = await elsewhere.post(CONVERSATIONS, QUESTION);
      expect(refused.status).toBe(403);
      expect(refused.body).toEqual(failureOf(refused, 'forbidden'));
      // A server of the owner has no origin.
      expect((await wire.withToken(credential).post(CONVERSATIONS, QUESTION)).status).toBe(200);
    }
  });

  test('reads an answer as it comes, and reads on after a break', async () => {
    const frames = await allFrames(await page.stream(QUESTION));
    const [started, sources] = frames as [SseFrame, SseFrame];
    expect([started.event, sources.event, frames.at(-1)!.event]).toEqual(['started', 'sources', 'done']);
    expect(started.data).toEqual({
      conversation_id: idOf('conv'),
      conversation_token: expect.stringMatching(/^ct_/),
      message_id: idOf('msg'),
      user_message_id: idOf('msg'),
      timestamp: TIME,
    });
    const told = frames.filter(({ event }) => event === 'delta').map(({ data }) => data.text);
    const answer = frames.at(-1)!.data;
    expect(answer).toEqual({ ...ANSWER, sources: [articleId], conversation_token: started.data.conversation_token });
    expect(told.join('')).toBe(answer.response);
    expect(sources.data).toEqual(answer.citations);
    expect(frames.every(({ id }) => id?.startsWith(`${answer.message_id}.`))).toBe(true);

    const visitor = visitorOf(started.data.conversation_token);
    const path = `${CONVERSATIONS}/${answer.conversation_id}/replies/${answer.message_id}`;
    const resume = (lastEventId: string) => visitor.wire.with({ 'last-event-id': lastEventId }).open('GET', path);
    const rest = await allFrames(await resume(`${answer.message_id}.9`));
    expect(rest.map(({ event }) => event)).toEqual(['delta', 'done']);
    expect(rest[0]!.data.text).toBe(answer.response.slice(7));
    expect((await allFrames(await visitor.wire.open('GET', path))).map(({ event }) => event)[0]).toBe('started');
    expect((await resume(`${answer.message_id}.done`)).status).toBe(204);
    const refused = await visitor.wire.with({ 'last-event-id': 'nonsense' }).get(path);
    expect([refused.status, refused.body.error.details.field]).toEqual([400, 'Last-Event-ID']);
  });

  test('also streams for Accept: text/event-stream', async () => {
    const answer = await page.wire.with({ accept: 'text/event-stream' }).open('POST', CONVERSATIONS, QUESTION);
    expect((await allFrames(answer)).at(-1)!.event).toBe('done');
  });

  test('follows what happens: messages by their place, and who answers', async () => {
    const { visitor, id, answer } = await begin();
    const leaving = new AbortController();
    const path = `${CONVERSATIONS}/${id}/events?after=1&include=system`;
    const feed = readFrames(await visitor.wire.open('GET', path, undefined, leaving.signal));
    const seen: SseFrame[] = [];
    const until = async (found: (frame: SseFrame) => boolean) => {
      for (;;) {
        const { value } = await feed.next();
        seen.push(value!);
        if (found(value!)) return value!;
      }
    };
    const first = await until(({ event }) => event === 'message');
    expect(first).toMatchObject({
      id: '2',
      data: { id: answer.message_id, position: 2, sender: 'ai', content: answer.response, timestamp: TIME },
    });
    const said = await visitor.say({ ...QUESTION, message: 'Thank you!' });
    await until(({ event, data }) => event === 'message' && data.id === said.message_id);
    must(await visitor.escalate(id), 200);
    const handling = await until(({ event, data }) => event === 'handling' && data.handling === 'waiting');
    expect(handling.data).toEqual({
      handling: 'waiting',
      status: 'escalated',
      assigned_agent: null,
      agent_name: null,
    });
    leaving.abort();
    const positions = seen.filter(({ event }) => event === 'message').map(({ data }) => data.position);
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
  });
});

test('the script of the widget is public, kept for minutes, and not sent twice', async () => {
  const wire = new WireClient((await sharedInstallation()).baseUrl);
  const script = must(await wire.with({ 'accept-encoding': 'identity' }).get('/widget.js'), 200);
  expect(script.body).toContain('OurPlatformConfig');
  expect(Object.fromEntries(script.headers)).toMatchObject({
    'content-type': 'application/javascript; charset=utf-8',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': 'public, max-age=300',
    etag: expect.stringMatching(/^"[\w-]+"$/),
  });
  const known = wire.with({ 'accept-encoding': 'identity', 'if-none-match': script.headers.get('etag')! });
  const again = await known.get('/widget.js');
  expect([again.status, again.body]).toEqual([304, '']);
  expect(again.headers.get('etag')).toBe(script.headers.get('etag'));
  expect((await wire.with({ 'accept-encoding': 'gzip' }).get('/widget.js')).headers.get('content-encoding')).toBe(
    'gzip',
  );
});

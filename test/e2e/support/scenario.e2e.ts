/** A team's whole day with the support API: articles, questions, people, feedback. */
import { must, type RegisteredTeam, registerTeam, sharedInstallation, WireClient } from '#testing/parley';
import { type ReceivedEvent, WebhookSink } from '#testing/webhooks';
import {
  ANSWER,
  CONVERSATIONS,
  day,
  idOf,
  PASSWORD_ARTICLE,
  PASSWORD_QUESTION,
  SupportClient,
  TIME,
  UNANSWERABLE,
  WRITTEN,
} from './support-client';

const EVENTS = [
  'conversation.created',
  'message.received',
  'conversation.escalated',
  'conversation.resolved',
  'feedback.submitted',
];

describe('the support API', () => {
  let sink: WebhookSink;
  let wire: WireClient;
  let team: RegisteredTeam;
  let support: SupportClient;
  let articleId: string;

  beforeAll(async () => {
    sink = await WebhookSink.start();
    wire = new WireClient((await sharedInstallation()).baseUrl);
    team = await registerTeam(wire);
    // As the document sends it.
    support = new SupportClient(wire.with({ authorization: `Bearer ${team.apiKey}` }));
    must(await team.asKey.post('/api/v1/webhooks', { url: sink.url('/heard'), events: EVENTS }), 201);
    const written = await support.write(PASSWORD_ARTICLE);
    expect(written).toEqual(WRITTEN);
    articleId = written.article_id;
  });
  afterAll(() => sink?.stop());

  /** What the webhook was told of a conversation, by event. */
  async function toldOf(conversationId: string, event: string) {
    const isWanted = (one: ReceivedEvent) => one.event === event && one.data.conversation_id === conversationId;
    return (await sink.untilEvent('/heard', isWanted)).data;
  }

  test('answers the question that an article answers, names it, and needs nobody', async () => {
    const answer = await support.say(PASSWORD_QUESTION);
    expect(answer).toEqual({
      ...ANSWER,
      sources: [articleId],
      escalated: false,
      handling: 'bot',
      status: 'active',
      citations: [
        {
          number: 1,
          id: articleId,
          title: PASSWORD_ARTICLE.title,
          passage: expect.stringContaining('Forgot Password'),
          score: expect.any(Number),
        },
      ],
    });
    expect(answer.response).toContain('Forgot Password');
    expect(answer.confidence).toBeGreaterThanOrEqual(0.75);
    expect(answer.confidence).toBeLessThanOrEqual(1);

    expect(await support.read(answer.conversation_id)).toEqual({
      conversation_id: answer.conversation_id,
      user_id: 'user_12345',
      channel: 'chat',
      messages: [
        { id: answer.user_message_id, sender: 'user', content: PASSWORD_QUESTION.message, timestamp: TIME },
        {
          id: answer.message_id,
          sender: 'ai',
          content: answer.response,
          confidence: answer.confidence,
          timestamp: TIME,
          citations: answer.citations,
        },
      ],
      status: 'active',
      created_at: TIME,
      updated_at: TIME,
      metadata: PASSWORD_QUESTION.metadata,
      handling: 'bot',
      assigned_agent: null,
      agent_name: null,
      last_position: 2,
      has_more: false,
      resolved_at: null,
    });
    expect(await toldOf(answer.conversation_id, 'conversation.created')).toMatchObject({
      user_id: 'user_12345',
      channel: 'chat',
    });
    expect(await toldOf(answer.conversation_id, 'message.received')).toMatchObject({
      message_id: answer.user_message_id,
      user_id: 'user_12345',
      content: PASSWORD_QUESTION.message,
      channel: 'chat',
    });
  });

  test('answers at the address of the cURL example, too', async () => {
    const body = { message: PASSWORD_QUESTION.message, user_id: 'user_12345', channel: 'api' };
    const answer = must(await support.wire.post('/v1/conversations', body), 200).body;
    expect(answer).toMatchObject({ ...ANSWER, sources: [articleId], escalated: false });
    expect(await support.read(answer.conversation_id)).toMatchObject({ channel: 'api', status: 'active' });
  });

  test('goes on in a conversation', async () => {
    const { conversation_id } = await support.say({ ...PASSWORD_QUESTION, message: 'Hello!' });
    const answer = await support.say({ ...PASSWORD_QUESTION, conversation_id });
    expect(answer).toMatchObject({ conversation_id, sources: [articleId], escalated: false });
    const { messages } = await support.read(conversation_id);
    expect(messages.map(({ sender }: { sender: string }) => sender)).toEqual(['user', 'ai', 'user', 'ai']);
    expect(await support.read(conversation_id, '?after=2&limit=1')).toMatchObject({
      messages: [{ id: answer.user_message_id }],
      last_position: 3,
      has_more: true,
    });
  });

  test.each(['Hello!', 'Thank you!', 'Good morning'])('needs nobody for "%s"', async (message) => {
    expect(await support.say({ message, user_id: 'user_1' })).toMatchObject({ escalated: false, status: 'active' });
  });

  test('sends a question that no article answers to a person, and says why', async () => {
    const answer = await support.say({ ...UNANSWERABLE, channel: 'email' });
    expect(answer).toEqual({
      ...ANSWER,
      sources: [],
      citations: [],
      escalated: true,
      handling: 'waiting',
      status: 'escalated',
    });
    expect(answer.confidence).toBeLessThan(0.75);
    expect(await support.read(answer.conversation_id)).toMatchObject({ status: 'escalated', handling: 'waiting' });
    expect(await toldOf(answer.conversation_id, 'conversation.escalated')).toMatchObject({
      user_id: 'user_12345',
      channel: 'email',
      reason: 'low_confidence',
      assigned_agent: null,
    });
    // Waiting, the bot still says what it surely knows.
    const again = await support.say({ ...PASSWORD_QUESTION, conversation_id: answer.conversation_id });
    expect(again).toMatchObject({ escalated: true, handling: 'waiting', sources: [articleId] });
  });

  test('sends whoever wants a person to one', async () => {
    const answer = await support.say({ message: 'I want to talk to a real person, please.', user_id: 'user_7' });
    expect(answer).toMatchObject({ escalated: true, status: 'escalated' });
    expect(await toldOf(answer.conversation_id, 'conversation.escalated')).toMatchObject({ reason: 'user_request' });
  });

  test('asks for a person on demand, once', async () => {
    const { conversation_id } = await support.say(PASSWORD_QUESTION);
    const escalated = {
      conversation_id,
      escalated: true,
      status: 'escalated',
      handling: 'waiting',
      assigned_agent: null,
    };
    expect(must(await support.escalate(conversation_id), 200).body).toEqual(escalated);
    expect(must(await support.escalate(conversation_id), 200).body).toEqual(escalated);
    expect(await toldOf(conversation_id, 'conversation.escalated')).toMatchObject({ reason: 'requested' });
  });

  test('takes feedback of a conversation, and of a message', async () => {
    const { conversation_id, message_id } = await support.say(PASSWORD_QUESTION);
    const feedback = must(await support.rate(conversation_id, { rating: 5, comment: 'Very helpful' }), 201).body;
    expect(feedback).toEqual({
      feedback_id: idOf('fb'),
      conversation_id,
      rating: 5,
      created_at: TIME,
      message_id: null,
      comment: 'Very helpful',
    });
    expect(await toldOf(conversation_id, 'feedback.submitted')).toMatchObject({
      feedback_id: feedback.feedback_id,
      rating: 5,
      comment: 'Very helpful',
    });
    const ofMessage = must(await support.rate(conversation_id, { rating: 4, message_id }), 201).body;
    expect(ofMessage).toMatchObject({ rating: 4, message_id, comment: null });
  });

  test('resolves a conversation, once and for all', async () => {
    const { conversation_id } = await support.say(UNANSWERABLE);
    const resolved = must(await support.resolve(conversation_id), 200).body;
    expect(resolved).toEqual({ conversation_id, status: 'resolved', resolved_at: TIME });
    expect(must(await support.resolve(conversation_id), 200).body).toEqual(resolved);
    expect(await support.read(conversation_id)).toMatchObject({
      status: 'resolved',
      handling: 'bot',
      resolved_at: resolved.resolved_at,
    });
    expect(await toldOf(conversation_id, 'conversation.resolved')).toMatchObject({
      user_id: 'user_12345',
      resolved_at: resolved.resolved_at,
    });
    await support.say({ ...PASSWORD_QUESTION, conversation_id });
    expect(await support.read(conversation_id)).toMatchObject({ status: 'active', resolved_at: null });
  });

  test('goes on with a conversation that the main API began, and lets it be read there', async () => {
    const bots = must(await team.asKey.get('/api/v1/chatbots'), 200).body.data;
    const path = `/api/v1/chatbots/${bots[0].id}/conversation`;
    const begun = must(await team.asKey.post(path, { message: 'Hello!', sessionId: 'visit' }), 200).body.data;
    const conversation_id = `conv_${begun.conversationId.replaceAll('-', '')}`;
    await support.say({ ...PASSWORD_QUESTION, conversation_id });
    const history = must(await team.asKey.get(`${path}/history?sessionId=visit`), 200).body.data;
    expect(history.map(({ role }: { role: string }) => role)).toEqual(['user', 'bot', 'user', 'bot']);
    expect((await support.read(conversation_id)).messages).toHaveLength(4);
  });

  test('shows another team nothing', async () => {
    const stranger = new SupportClient((await registerTeam(wire)).asKey);
    const { conversation_id } = await support.say(PASSWORD_QUESTION);
    const answers = [
      await stranger.wire.get(`${CONVERSATIONS}/${conversation_id}`),
      await stranger.wire.get(`${CONVERSATIONS}/${conversation_id}/events`),
      await stranger.wire.post(CONVERSATIONS, { ...PASSWORD_QUESTION, conversation_id }),
      await stranger.rate(conversation_id, { rating: 1 }),
      await stranger.resolve(conversation_id),
      await stranger.escalate(conversation_id),
      await stranger.wire.get(`/api/v1/knowledge-base/${articleId}`),
      await stranger.wire.post('/api/v1/knowledge-base', { ...PASSWORD_ARTICLE, article_id: articleId }),
      await stranger.wire.delete(`/api/v1/knowledge-base/${articleId}`),
    ];
    expect(answers.map(({ status, body }) => [status, body.error.code])).toEqual(answers.map(() => [404, 'not_found']));
    expect(await stranger.say(PASSWORD_QUESTION)).toMatchObject({ sources: [], escalated: true });
    const { metrics } = await stranger.analytics({ start_date: day(-1), end_date: day(1) });
    expect(metrics.total_conversations).toBe(1);
  });
});

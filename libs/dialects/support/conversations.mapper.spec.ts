import type { Answer, Conversation, ConversationMessage } from '#domain/chats';
import type { ReplySource } from '#domain/replies';
import { newId } from '#kernel';
import {
  articlesOf,
  toAnswer,
  toCitation,
  toConversation,
  toFeedFrame,
  toMessage,
  toReplyFrame,
  toTurnPosition,
} from './conversations.mapper';
import { SUPPORT_IDS } from './support.ids';

const [ARTICLE, OTHER, CONVERSATION, MESSAGE, ASKED, AGENT] = Array.from({ length: 6 }, () => newId()) as [
  string,
  string,
  string,
  string,
  string,
  string,
];
const wire = (kind: string, id: string) => SUPPORT_IDS.encode(kind, id);

const sourceOf = (documentId: string, score: number, changes: Partial<ReplySource> = {}): ReplySource => ({
  id: `${documentId}:0`,
  documentId,
  baseId: 'base',
  title: 'Password Reset Guide',
  section: null,
  type: 'item',
  passage: 'Open the login page.',
  score,
  ...changes,
});

const ANSWER: Answer = {
  botId: newId(),
  conversationId: CONVERSATION,
  sessionKey: 's',
  userRef: 'user_1',
  channel: 'api',
  userMessageId: ASKED,
  messageId: MESSAGE,
  askedAt: new Date('2026-01-01T00:00:00Z'),
  answeredAt: new Date('2026-01-01T00:00:01Z'),
  handling: 'bot',
  reply: {
    text: 'Open it [1].',
    sources: [sourceOf(ARTICLE, 0.9)],
    confidence: 0.91,
    grounded: true,
    model: 'extractive',
    usage: { inputTokens: 1, outputTokens: 1 },
    latencyMs: 1,
  },
};

const WIRE_ANSWER = {
  conversation_id: wire('conversation', CONVERSATION),
  response: 'Open it [1].',
  confidence: 0.91,
  sources: [wire('article', ARTICLE)],
  escalated: false,
  timestamp: '2026-01-01T00:00:01.000Z',
  message_id: wire('message', MESSAGE),
  user_message_id: wire('message', ASKED),
  handling: 'bot',
  status: 'active',
  assigned_agent: null,
  citations: [
    {
      number: 1,
      id: wire('article', ARTICLE),
      title: 'Password Reset Guide',
      passage: 'Open the login page.',
      score: 0.9,
    },
  ],
};

describe('an answer', () => {
  test('tells the article, and that nobody is needed', () => {
    expect(toAnswer(ANSWER, undefined)).toEqual(WIRE_ANSWER);
    expect(toAnswer(ANSWER, 'ct_x')).toEqual({ ...WIRE_ANSWER, conversation_token: 'ct_x' });
  });

  test('that sends the conversation to a person tells whom, if one was chosen', () => {
    const escalation = { id: newId(), reason: 'low_confidence', agentId: null } as const;
    expect(toAnswer({ ...ANSWER, handling: 'waiting', escalation }, undefined)).toEqual({
      ...WIRE_ANSWER,
      escalated: true,
      handling: 'waiting',
      status: 'escalated',
    });
    const assigned = { ...escalation, agentId: AGENT };
    expect(toAnswer({ ...ANSWER, handling: 'human', escalation: assigned }, undefined)).toMatchObject({
      escalated: true,
      handling: 'human',
      assigned_agent: wire('agent', AGENT),
    });
  });

  test('that is only a notice is no message', () => {
    expect(toAnswer({ ...ANSWER, handling: 'human', isNotice: true }, undefined).message_id).toBeNull();
  });

  test('lists each article once, in the order of its best passage', () => {
    const sources = [sourceOf(ARTICLE, 0.5), sourceOf(OTHER, 0.8), sourceOf(ARTICLE, 0.9), sourceOf(OTHER, 0.1)];
    expect(articlesOf(sources)).toEqual([wire('article', ARTICLE), wire('article', OTHER)]);
  });

  test.each([
    ['https://help.example/reset', 'https://help.example/reset'],
    ['javascript:alert(1)', undefined],
    ['/reset', undefined],
    [7, undefined],
  ])('links an article to the address of its metadata, if it is one: %s', (url, link) => {
    expect(toCitation(sourceOf(ARTICLE, 1, { metadata: { url } }), 0).url).toBe(link);
  });
});

describe('a streamed answer', () => {
  test('has frames whose ids tell where to read on', () => {
    const frame = toReplyFrame({ type: 'delta', cursor: 9, text: 'Open it' }, ANSWER, undefined);
    expect(frame).toEqual({ id: `${wire('message', MESSAGE)}.9`, event: 'delta', data: { text: 'Open it' } });
    expect(toTurnPosition(frame.id!)).toEqual({ messageId: MESSAGE, cursor: 9 });
    expect(toTurnPosition(`${wire('message', MESSAGE)}.done`)).toEqual({ messageId: MESSAGE, cursor: 'done' });
  });

  test.each(['', 'nonsense', `${MESSAGE}.1`, 'msg_1.1', `${'msg_'}${'0'.repeat(32)}.x`])(
    'is not resumed at "%s"',
    (id) => {
      expect(toTurnPosition(id)).toBeUndefined();
    },
  );

  test('begins with its ids, and with the token for the page that began it', () => {
    const { data } = toReplyFrame({ type: 'started', cursor: 0, turn: ANSWER }, ANSWER, 'ct_x');
    expect(data).toEqual({
      conversation_id: wire('conversation', CONVERSATION),
      conversation_token: 'ct_x',
      message_id: wire('message', MESSAGE),
      user_message_id: wire('message', ASKED),
      timestamp: '2026-01-01T00:00:00.000Z',
    });
  });

  test.each(['done', 'withdrawn'] as const)('ends with %s and the whole answer', (type) => {
    const frame = toReplyFrame({ type, cursor: 'done', answer: ANSWER }, ANSWER, undefined);
    expect(frame).toEqual({ id: `${wire('message', MESSAGE)}.done`, event: type, data: WIRE_ANSWER });
  });
});

const CONVERSATION_ROW: Conversation = {
  id: CONVERSATION,
  teamId: 't',
  botId: 'b',
  sessionKey: 's',
  userRef: 'user_1',
  channel: 'chat',
  channelId: null,
  arrival: null,
  metadata: null,
  handling: 'human',
  status: 'escalated',
  messageCount: 3,
  startedAt: new Date('2026-01-01T00:00:00Z'),
  lastMessageAt: new Date('2026-01-01T00:01:00Z'),
  resolvedAt: null,
  endedAt: null,
  agent: { id: AGENT, name: 'Jane' },
};

const messageOf = (position: number, role: ConversationMessage['role']): ConversationMessage => ({
  id: MESSAGE,
  position,
  role,
  content: `${position}`,
  at: new Date('2026-01-01T00:00:00Z'),
  confidence: 0.5,
  ...(role === 'bot' ? { sources: [] } : {}),
  ...(role === 'agent' ? { author: { id: AGENT, name: 'Jane' } } : {}),
});

describe('a conversation', () => {
  const messages = (['user', 'bot', 'system', 'agent'] as const).map((role, at) => messageOf(at + 1, role));
  const shown = (changes: Partial<Parameters<typeof toConversation>[2]> = {}) =>
    toConversation(CONVERSATION_ROW, messages, { after: 0, limit: 10, includesSystem: false, ...changes });

  test('tells who spoke, how sure the bot was, and who the person is', () => {
    expect(shown()).toMatchObject({
      user_id: 'user_1',
      channel: 'chat',
      status: 'escalated',
      handling: 'human',
      assigned_agent: wire('agent', AGENT),
      agent_name: 'Jane',
      metadata: {},
      last_position: 4,
      has_more: false,
    });
    expect(shown().messages.map(({ sender, confidence }) => [sender, confidence])).toEqual([
      ['user', undefined],
      ['ai', 0.5],
      ['agent', undefined],
    ]);
    expect(toMessage(messages[3]!).author).toEqual({ id: wire('agent', AGENT), name: 'Jane' });
  });

  test('leaves out what the system says unless it is asked for', () => {
    expect(shown({ includesSystem: true }).messages.map(({ sender }) => sender)).toContain('system');
  });

  test('tells where to go on when there is more than was asked for', () => {
    expect(shown({ limit: 3 })).toMatchObject({ last_position: 3, has_more: true });
    expect(toConversation(CONVERSATION_ROW, [], { after: 7, limit: 3, includesSystem: true }).last_position).toBe(7);
  });

  test('is followed by messages with their place, and by who answers', () => {
    expect(toFeedFrame({ type: 'message', position: 4, message: messages[3]! })).toMatchObject({
      id: '4',
      event: 'message',
      data: { position: 4, sender: 'agent', content: '4' },
    });
    expect(toFeedFrame({ type: 'handling', handling: 'bot', status: 'active', agent: null })).toEqual({
      event: 'handling',
      data: { handling: 'bot', status: 'active', assigned_agent: null, agent_name: null },
    });
  });
});

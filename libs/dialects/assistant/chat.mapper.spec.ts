import type { Answer, Conversation, ConversationMessage } from '#domain/chats';
import { InputPipe } from '#infra/http';
import { SendMessage } from './chat.dto';
import { toChatAnswer, toFileKeys, toHistory } from './chat.mapper';

const key = '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b';
const hex = key.replaceAll('-', '');
const AT = new Date('2026-01-02T03:04:05.678Z');

const ANSWER = {
  conversationId: key,
  messageId: key,
  reply: { text: 'Nine to five.', model: 'extractive', usage: { inputTokens: 12, outputTokens: 3 } },
  answeredAt: AT,
} as Answer;

describe('an answer', () => {
  test('has the ids of the dialect, the model that was asked for, and the tokens of both sides', () => {
    expect(toChatAnswer(ANSWER, 'gpt-4')).toEqual({
      id: `chat_${hex}`,
      message: 'Nine to five.',
      model: 'gpt-4',
      usage: { prompt_tokens: 12, completion_tokens: 3, total_tokens: 15 },
      created_at: '2026-01-02T03:04:05.678Z',
      message_id: `msg_${hex}`,
    });
  });

  test.each([undefined, null])('names the model that answered when %s was asked for', (model) => {
    expect(toChatAnswer(ANSWER, model).model).toBe('extractive');
  });

  test('that was not kept has no id', () => {
    expect(toChatAnswer({ ...ANSWER, isNotice: true }, null)).not.toHaveProperty('message_id');
  });
});

test('in a history people and bots are the assistant', () => {
  const said = (role: ConversationMessage['role']): ConversationMessage => ({
    id: key,
    position: 1,
    role,
    content: role,
    at: AT,
  });
  const chat = { id: key, startedAt: AT, lastMessageAt: new Date('2026-01-03T00:00:00Z') } as Conversation;
  const history = toHistory(chat, [said('user'), said('bot'), said('agent'), said('system')]);
  expect(history).toMatchObject({
    chat_id: `chat_${hex}`,
    created_at: '2026-01-02T03:04:05.678Z',
    updated_at: '2026-01-03T00:00:00.000Z',
  });
  expect(history.messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'assistant', 'system']);
  expect(history.messages[0]).toEqual({
    id: `msg_${hex}`,
    role: 'user',
    content: 'user',
    timestamp: '2026-01-02T03:04:05.678Z',
  });
});

test('attachments are ids or objects with an id; what cannot be an id has no key', () => {
  expect(toFileKeys(undefined)).toEqual([]);
  expect(toFileKeys([`file_${hex}`, { file_id: `file_${hex}` }, `doc_${hex}`])).toEqual([key, key, undefined]);
});

describe('a message', () => {
  const read = (body: object): SendMessage => new InputPipe().transform(body, { type: 'body', metatype: SendMessage });

  test('takes null for what is not given', () => {
    const body = { message: 'Hi', model: null, stream: null, attachments: null };
    expect(read(body)).toEqual(body);
  });

  test.each([
    ['message', 'no text', { message: '' }],
    ['message', 'blanks', { message: ' \n ' }],
    ['message', 'too much text', { message: 'x'.repeat(32_001) }],
    ['stream', 'a text', { message: 'Hi', stream: 'yes' }],
    ['model', 'a number', { message: 'Hi', model: 4 }],
    ['attachments', 'a text', { message: 'Hi', attachments: 'file_1' }],
    ['attachments', 'numbers', { message: 'Hi', attachments: [1] }],
    ['attachments', 'objects without an id', { message: 'Hi', attachments: [{ id: 'file_1' }] }],
    ['attachments', 'eleven', { message: 'Hi', attachments: Array.from({ length: 11 }, () => 'file_1') }],
  ])('whose %s is %s is refused', (field, _, body) => {
    expect(() => read(body)).toThrow(`${field} must be`);
  });
});

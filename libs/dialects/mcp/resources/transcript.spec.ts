import type { Conversation, ConversationMessage } from '#domain/chats';
import { transcriptOf } from './transcript';

const AT = new Date('2026-01-02T03:04:05Z');
const CONVERSATION = { id: 'c-1', channel: 'mcp', status: 'active', startedAt: AT } as Conversation;
const SETTING = { botName: 'Helper', isCut: false };

const message = (fields: Partial<ConversationMessage>): ConversationMessage => ({
  id: 'm-1',
  position: 1,
  role: 'user',
  content: 'When?',
  at: AT,
  ...fields,
});

test('a transcript tells who said what, with what it rests on', () => {
  const source = { title: 'Hours', section: 'Sundays' } as NonNullable<ConversationMessage['sources']>[number];
  const messages = [
    message({}),
    message({ id: 'm-2', role: 'bot', content: 'At nine [1].', confidence: 0.9, sources: [source] }),
    message({ id: 'm-3', role: 'agent', content: 'Come in.', author: { id: 'u', name: 'Ada' } }),
  ];
  expect(transcriptOf(CONVERSATION, messages, SETTING)).toBe(`# Conversation with Helper

c-1, begun 2026-01-02T03:04:05.000Z, by mcp, active.

## User

2026-01-02T03:04:05.000Z, message m-1

When?

## Helper

2026-01-02T03:04:05.000Z, message m-2, confidence 0.90

At nine [1].

Sources:
- [1] Hours, Sundays

## Ada

2026-01-02T03:04:05.000Z, message m-3

Come in.`);
});

test('a transcript says when it is not whole, and whose bot is gone', () => {
  const text = transcriptOf(CONVERSATION, [message({})], { botName: undefined, isCut: true });
  expect(text).toContain('# Conversation with Bot');
  expect(text).toContain('Earlier messages are left out.');
});

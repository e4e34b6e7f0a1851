import type { ConversationMessage, Conversation as StoredConversation } from '#domain/chats';
import type { ConversationQuery } from './conversations.dto';
import { toConversation, toConversationFilter, toMessage } from './conversations.mapper';

const KEY = '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b';
const HEX = KEY.replaceAll('-', '');
const AT = new Date(0);
const TIME = '1970-01-01T00:00:00.000Z';

const STORED: StoredConversation = {
  id: KEY,
  teamId: KEY,
  botId: KEY,
  sessionKey: 's',
  userRef: 'telegram:42',
  channel: 'telegram',
  channelId: KEY,
  arrival: { chatId: '4242', threadId: null, user: { id: '42', username: 'johndoe', name: 'John' } },
  metadata: null,
  handling: 'bot',
  status: 'active',
  messageCount: 2,
  startedAt: AT,
  lastMessageAt: AT,
  resolvedAt: null,
  endedAt: null,
  agent: null,
};

test('a conversation of a channel tells whom it is with as the platform knows them', () => {
  expect(toConversation(STORED)).toEqual({
    id: `conv_${HEX}`,
    bot_id: `bot_${HEX}`,
    channel_id: `ch_${HEX}`,
    platform: 'telegram',
    user: { id: '42', username: 'johndoe', name: 'John' },
    chat_id: '4242',
    status: 'active',
    message_count: 2,
    created_at: TIME,
    updated_at: TIME,
  });
});

test('one of another dialect has neither channel nor chat', () => {
  expect(toConversation({ ...STORED, channel: 'api', channelId: null, arrival: null, userRef: 'u1' })).toMatchObject({
    channel_id: null,
    platform: 'api',
    user: { id: 'u1', username: null, name: null },
    chat_id: null,
  });
});

test.each([
  ['active', AT, 'ended'],
  ['resolved', AT, 'resolved'],
  ['escalated', null, 'escalated'],
] as const)('one that is %s, ended at %s, stands as %s', (status, endedAt, shown) => {
  expect(toConversation({ ...STORED, status, endedAt }).status).toBe(shown);
});

test.each([
  ['user', 'user'],
  ['bot', 'assistant'],
  ['agent', 'assistant'],
  ['system', 'system'],
] as const)('what a %s says has the role %s', (role, shown) => {
  const message: ConversationMessage = { id: KEY, position: 1, role, content: 'Hi', at: AT };
  expect(toMessage(message)).toEqual({
    id: `msg_${HEX}`,
    role: shown,
    content: 'Hi',
    type: 'regular',
    integration_id: null,
    created_at: TIME,
  });
});

test('an apology is synthetic; files stand beside the text', () => {
  const message: ConversationMessage = { id: KEY, position: 2, role: 'bot', content: 'Sorry.', at: AT };
  expect(toMessage({ ...message, isSynthetic: true, integrationId: KEY })).toMatchObject({
    type: 'synthetic',
    integration_id: `int_${HEX}`,
  });
  const attachments = [{ id: 'a', name: 'plan.pdf', mediaType: 'application/pdf' }];
  const file = { type: 'file', name: 'plan.pdf', media_type: 'application/pdf' };
  expect(toMessage({ ...message, attachments }).content).toEqual([{ type: 'text', text: 'Sorry.' }, file]);
  expect(toMessage({ ...message, content: '', attachments }).content).toEqual([file]);
});

test('filters are read in the words of the chats; an id that is none selects nothing', () => {
  const query: ConversationQuery = { page: 2, per_page: 5 };
  expect(toConversationFilter(query)).toEqual({ page: 2, limit: 5 });
  const from = '2030-01-31T12:00:00Z';
  const all = { platform: 'slack', user_id: 'U1', status: 'ended', from, to: from } as const;
  expect(toConversationFilter({ ...query, ...all, channel_id: `ch_${HEX}` })).toEqual({
    page: 2,
    limit: 5,
    platform: 'slack',
    userId: 'U1',
    status: 'ended',
    from: new Date(from),
    to: new Date(from),
    channelId: KEY,
  });
  expect(toConversationFilter({ ...query, channel_id: 'ch_1' })).toMatchObject({
    channelId: '00000000-0000-0000-0000-000000000000',
  });
});

import type { DomainEvent } from '#infra/events';
import { ASSISTANT_EVENTS, assistantEvents } from './assistant.events';

const key = '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b';
const hex = key.replaceAll('-', '');
const said = {
  botId: key,
  conversationId: key,
  sessionKey: 's-1',
  userRef: 'user_42',
  channel: 'api',
  messageId: key,
  content: 'Hello',
};

/** What is told of the domain event of that name. */
const told = (name: keyof typeof assistantEvents.events, cause: string, data: object) => {
  const found = assistantEvents.events[name].causes.find(({ event }) => event === cause);
  const event: DomainEvent = { id: key, name: cause, teamId: key, occurredAt: new Date(0), data };
  return found?.present(event);
};

describe('events at /api/webhooks', () => {
  test('are the seven of the dialect', () => {
    expect(Object.keys(assistantEvents.events)).toEqual([...ASSISTANT_EVENTS]);
  });

  test.each([
    ['message.received', 'user'],
    ['message.sent', 'assistant'],
    ['message.agent-replied', 'assistant'],
  ])('chat.message tells of %s with the role %s', (cause, role) => {
    expect(told('chat.message', cause, { ...said, agentId: key })).toEqual({
      chat_id: `chat_${hex}`,
      message_id: `msg_${hex}`,
      user_id: 'user_42',
      content: 'Hello',
      role,
    });
  });

  test('chat.completed tells how long the chat was, and when it ended', () => {
    expect(told('chat.completed', 'conversation.ended', { ...said, messageCount: 6 })).toEqual({
      chat_id: `chat_${hex}`,
      message_count: 6,
      completed_at: '1970-01-01T00:00:00.000Z',
    });
  });

  test.each([
    ['document.created', 'artifact.created'],
    ['document.updated', 'artifact.updated'],
  ] as const)('%s tells the version', (name, cause) => {
    const data = { artifactId: key, title: 'Draft', type: 'markdown', version: 3 };
    expect(told(name, cause, data)).toEqual({
      document_id: `doc_${hex}`,
      title: 'Draft',
      type: 'markdown',
      version: 3,
    });
  });

  test('file.uploaded tells the file, file.processed how it went', () => {
    const file = { fileId: key, botId: key, baseId: key };
    const uploaded = { ...file, name: 'a.txt', sizeBytes: 12, mediaType: 'text/plain' };
    expect(told('file.uploaded', 'file.uploaded', uploaded)).toEqual({
      file_id: `file_${hex}`,
      filename: 'a.txt',
      size: 12,
      type: 'text/plain',
    });
    const failed = { ...file, state: 'failed', passageCount: 0, error: 'The file cannot be read.' };
    expect(told('file.processed', 'file.processed', failed)).toEqual({
      file_id: `file_${hex}`,
      status: 'failed',
      chunks_created: 0,
      error: 'The file cannot be read.',
    });
  });

  test('knowledge.added tells of notes with where they come from, also of those that do not say it, and not of files', () => {
    const note = { documentId: key, baseId: key, title: 'Hours', tags: ['a'] };
    const shown = { knowledge_id: `know_${hex}`, title: 'Hours', tags: ['a'] };
    const of = (data: object) => told('knowledge.added', 'document.added', { ...note, ...data });
    expect(of({ kind: 'item', sourceType: 'wiki' })).toEqual({ ...shown, source_type: 'wiki' });
    expect(of({ kind: 'item' })).toEqual({ ...shown, source_type: 'manual' });
    expect(of({ kind: 'nodes', tags: undefined })).toEqual({ ...shown, tags: [], source_type: 'document' });
    expect(of({ kind: 'file' })).toBeUndefined();
    expect(of({ kind: 'text' })).toEqual({ ...shown, source_type: 'document' });
  });
});

/** Events at `/api/webhooks`. They tell what happens in the whole team, whichever dialect or job it came by. */
import { artifactCreated, artifactUpdated } from '#domain/artifacts';
import { agentReplied, conversationEnded, messageReceived, messageSent } from '#domain/chats';
import { documentAdded, fileProcessed, fileUploaded } from '#domain/documents';
import { type EventVocabulary, namedEvent, on } from '#domain/webhooks';
import {
  ChatCompletedData,
  ChatMessageData,
  DocumentEventData,
  FileProcessedData,
  FileUploadedData,
  KnowledgeAddedData,
} from './assistant.events.dto';
import { ASSISTANT_IDS } from './assistant.ids';
import { FILE_KIND, sourceTypeOfKind } from './source-types';

export const ASSISTANT_EVENTS = [
  'chat.message',
  'chat.completed',
  'document.created',
  'document.updated',
  'file.uploaded',
  'file.processed',
  'knowledge.added',
] as const;

type EventName = (typeof ASSISTANT_EVENTS)[number];

const EXAMPLE_KEY = '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b';
const EXAMPLE_TIME = '2030-01-31T12:00:00.000Z';
const exampleId = (kind: string) => ASSISTANT_IDS.encode(kind, EXAMPLE_KEY);

const exampleDocument: DocumentEventData = {
  document_id: exampleId('document'),
  title: 'My Document',
  type: 'markdown',
  version: 1,
};

export const assistantEvents: EventVocabulary<EventName> = {
  dialect: 'assistant',
  events: {
    'chat.message': namedEvent({
      description: 'A message of a chat was stored, whoever wrote it.',
      payload: ChatMessageData,
      example: {
        chat_id: exampleId('chat'),
        message_id: exampleId('message'),
        user_id: 'user_42',
        content: 'How do I reset my password?',
        role: 'user',
      },
      causes: [
        on(messageReceived, ({ data }) => presentMessage(data, 'user')),
        on(messageSent, ({ data }) => presentMessage(data, 'assistant')),
        on(agentReplied, ({ data }) => presentMessage(data, 'assistant')),
      ],
    }),
    'chat.completed': namedEvent({
      description: 'A chat was completed, or had no message for the configured time.',
      payload: ChatCompletedData,
      example: { chat_id: exampleId('chat'), message_count: 4, completed_at: EXAMPLE_TIME },
      causes: [
        on(conversationEnded, ({ data, occurredAt }) => ({
          chat_id: ASSISTANT_IDS.encode('chat', data.conversationId),
          message_count: data.messageCount,
          completed_at: occurredAt.toISOString(),
        })),
      ],
    }),
    'document.created': namedEvent({
      description: 'A document was created.',
      payload: DocumentEventData,
      example: exampleDocument,
      causes: [on(artifactCreated, ({ data }) => presentDocument(data))],
    }),
    'document.updated': namedEvent({
      description: 'A document has a new version.',
      payload: DocumentEventData,
      example: { ...exampleDocument, version: 2 },
      causes: [on(artifactUpdated, ({ data }) => presentDocument(data))],
    }),
    'file.uploaded': namedEvent({
      description: 'An upload was accepted; it is being processed.',
      payload: FileUploadedData,
      example: { file_id: exampleId('file'), filename: 'handbook.pdf', size: 48_210, type: 'application/pdf' },
      causes: [
        on(fileUploaded, ({ data }) => ({
          file_id: ASSISTANT_IDS.encode('file', data.fileId),
          filename: data.name,
          size: data.sizeBytes,
          type: data.mediaType,
        })),
      ],
    }),
    'file.processed': namedEvent({
      description: 'A file has been processed: searches find it, or it failed.',
      payload: FileProcessedData,
      example: { file_id: exampleId('file'), status: 'completed', chunks_created: 12, error: null },
      causes: [
        on(fileProcessed, ({ data }) => ({
          file_id: ASSISTANT_IDS.encode('file', data.fileId),
          status: data.state,
          chunks_created: data.passageCount,
          error: data.error,
        })),
      ],
    }),
    'knowledge.added': namedEvent({
      description: 'A text was added to the knowledge and is found by searches.',
      payload: KnowledgeAddedData,
      example: {
        knowledge_id: exampleId('knowledge item'),
        title: 'Important Note',
        source_type: 'manual',
        tags: ['important', 'note'],
      },
      // Files have events of their own.
      causes: [on(documentAdded, ({ data }) => (data.kind === FILE_KIND ? undefined : presentNote(data)))],
    }),
  },
};

function presentMessage(
  {
    conversationId,
    messageId,
    userRef,
    content,
  }: Record<'conversationId' | 'messageId' | 'userRef' | 'content', string>,
  role: ChatMessageData['role'],
): ChatMessageData {
  return {
    chat_id: ASSISTANT_IDS.encode('chat', conversationId),
    message_id: ASSISTANT_IDS.encode('message', messageId),
    user_id: userRef,
    content,
    role,
  };
}

function presentDocument(data: {
  artifactId: string;
  title: string;
  type: string;
  version: number;
}): DocumentEventData {
  const { artifactId, title, type, version } = data;
  return { document_id: ASSISTANT_IDS.encode('document', artifactId), title, type, version };
}

function presentNote(data: {
  documentId: string;
  kind: string;
  title: string;
  tags?: readonly string[];
  sourceType?: string;
}): KnowledgeAddedData {
  const { documentId, kind, title, tags = [], sourceType } = data;
  return {
    knowledge_id: ASSISTANT_IDS.encode('knowledge item', documentId),
    title,
    source_type: sourceType ?? sourceTypeOfKind(kind),
    tags: [...tags],
  };
}

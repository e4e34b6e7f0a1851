import type { ListResourcesResult, ReadResourceResult, ResourceTemplateType } from '@modelcontextprotocol/server';
import { Injectable } from '@nestjs/common';
import { AppError, hasScope } from '#kernel';
import type { Caller } from '../protocol/caller';
import { type Cursor, decodeCursor, encodeCursor } from '../protocol/cursor';
import type { Library } from '../protocol/mcp-library';
import { ConversationResources } from './conversation-resources.service';
import { DocumentResources } from './document-resources.service';
import { CONVERSATION_TEMPLATE, DOCUMENT_TEMPLATE, resourceNamedBy } from './resource-uris';

const PAGE = 50;
const DOCUMENTS = 'documents';
const CONVERSATIONS = 'conversations';

const TEMPLATES = {
  document: {
    uriTemplate: DOCUMENT_TEMPLATE,
    name: 'document',
    title: 'Document',
    description: 'What stands in a document: a text as it was sent, of a file what is read in it, or an image.',
  },
  conversation: {
    uriTemplate: CONVERSATION_TEMPLATE,
    name: 'conversation',
    title: 'Conversation',
    description: 'What was said in a conversation.',
    mimeType: 'text/markdown',
  },
};

/** What a team has to read, as far as the scopes of a key go: its documents, and after them its conversations, newest first. */
@Injectable()
export class TeamResources {
  constructor(
    private readonly documents: DocumentResources,
    private readonly conversations: ConversationResources,
  ) {}

  templates({ actor }: Caller): ResourceTemplateType[] {
    return [
      ...(this.documents.areOpenTo(actor) ? [TEMPLATES.document] : []),
      ...(hasScope(actor, 'conversations:read') ? [TEMPLATES.conversation] : []),
    ];
  }

  /** @throws ProtocolError for a cursor that is none of ours */
  async list(library: Library, { actor }: Caller, cursor: string | undefined): Promise<ListResourcesResult> {
    const start = cursor === undefined ? { list: DOCUMENTS } : startOf(library, cursor);
    const older = { limit: PAGE, ...(start.key === undefined ? {} : { before: start.key }) };
    const seesConversations = hasScope(actor, 'conversations:read');
    if (start.list === DOCUMENTS && this.documents.areOpenTo(actor)) {
      const { resources, last } = await this.documents.list(actor, older);
      if (last !== undefined) return { resources, nextCursor: encodeCursor({ list: DOCUMENTS, key: last }) };
      return seesConversations ? { resources, nextCursor: encodeCursor({ list: CONVERSATIONS }) } : { resources };
    }
    if (!seesConversations) return { resources: [] };
    const newest = start.list === DOCUMENTS ? { limit: PAGE } : older;
    const { resources, last } = await this.conversations.list(actor, newest);
    return last === undefined
      ? { resources }
      : { resources, nextCursor: encodeCursor({ list: CONVERSATIONS, key: last }) };
  }

  /** @throws ResourceNotFoundError also for what the key may not read */
  async read(library: Library, { actor }: Caller, uri: string): Promise<ReadResourceResult> {
    const named = resourceNamedBy(uri);
    try {
      if (named?.kind === 'document') return { contents: [await this.documents.read(actor, uri, named.id)] };
      if (named?.kind === 'conversation') return { contents: [await this.conversations.read(actor, uri, named.id)] };
    } catch (error) {
      if (!(error instanceof AppError) || (error.kind !== 'not_found' && error.kind !== 'forbidden')) throw error;
    }
    throw new library.ResourceNotFoundError(uri);
  }
}

function startOf(library: Library, text: string): Cursor {
  const cursor = decodeCursor(text);
  if (cursor?.list === DOCUMENTS || cursor?.list === CONVERSATIONS) return cursor;
  throw new library.ProtocolError(library.ProtocolErrorCode.InvalidParams, 'The cursor is none that was given here.');
}

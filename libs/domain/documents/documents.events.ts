import { defineEvent } from '#infra/events';
import type { DocumentKind } from './documents.types';

export interface DocumentEventData {
  documentId: string;
  baseId: string;
  kind: DocumentKind;
  title: string;
}

/** Stored, and found by searches. */
export const documentAdded = defineEvent<'document.added', DocumentEventData>('document.added');

/** Its old text is no longer found. */
export const documentUpdated = defineEvent<'document.updated', DocumentEventData>('document.updated');

/** Not told of documents that go with their base or bot. */
export const documentRemoved = defineEvent<'document.removed', DocumentEventData>('document.removed');

import { defineEvent } from '#infra/events';
import type { DocumentKind } from './documents.types';

export interface DocumentEventData {
  documentId: string;
  baseId: string;
  kind: DocumentKind;
  title: string;
  /** Absent: none. */
  tags?: readonly string[];
  /** Of items whose writer said where they come from. */
  sourceType?: string;
}

/** Stored, and found by searches. */
export const documentAdded = defineEvent<'document.added', DocumentEventData>('document.added');

/** Its old text is no longer found. */
export const documentUpdated = defineEvent<'document.updated', DocumentEventData>('document.updated');

/** Not told of documents that go with their base or bot. */
export const documentRemoved = defineEvent<'document.removed', DocumentEventData>('document.removed');

export interface FileUploadedData {
  fileId: string;
  botId: string;
  baseId: string;
  name: string;
  sizeBytes: number;
  mediaType: string;
}

/** Stored; searches find it when it is processed. */
export const fileUploaded = defineEvent<'file.uploaded', FileUploadedData>('file.uploaded');

export interface FileProcessedData {
  fileId: string;
  botId: string;
  state: 'completed' | 'failed';
  passageCount: number;
  /** Why it has failed, in words for people. */
  error: string | null;
}

/** Once for each time that it comes to an end: again after one that had failed was tried again. */
export const fileProcessed = defineEvent<'file.processed', FileProcessedData>('file.processed');

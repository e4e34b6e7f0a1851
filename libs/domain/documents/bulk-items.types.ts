import type { Document, NewItem } from './documents.types';

/** A document together with what its writer calls it. */
export interface KeyedDocument extends Document {
  /** Unique in its base; null when its writer gave none. */
  key: string | null;
}

export interface BulkItem extends NewItem {
  key?: string | null;
}

/** An item to be written: over the document that is known, or as a new one. */
export interface PutItem {
  input: BulkItem;
  known?: KeyedDocument | undefined;
}

export interface PutOutcome {
  id: string;
  outcome: 'added' | 'updated' | 'unchanged';
}

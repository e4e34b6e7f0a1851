import type { Readable } from 'node:stream';
import type { OnDuplicate } from '../documents.types';

/**
 * `processing` until all of what was sent last is found by searches; images, which are kept for messages, are `completed` at once. Of
 * new content that fails or is cancelled, what was there before stays, and the file is `completed` as it was.
 */
export const FILE_STATES = ['processing', 'completed', 'failed'] as const;
export type FileState = (typeof FILE_STATES)[number];

/** What is known of a file besides its content; limits as of items (`ITEM_LIMITS`). */
export interface FileDetails {
  /** Default: the name of the file. */
  title?: string | null;
  description?: string | null;
  tags?: readonly string[] | null;
  metadata?: Record<string, unknown> | null;
  /** A base of the bot; its own one unless given. */
  baseId?: string | null;
  /** ISO 639-1; found out unless given. */
  language?: string | null;
  /** Default: `keep`. */
  onDuplicate?: OnDuplicate;
}

/** A file that is being sent. */
export interface NewFile {
  name: string;
  /** As the sender declared it. */
  mediaType?: string;
  /** Read once, as it comes, or destroyed. */
  stream: Readable;
  /** Asked for when the stream has ended, since fields may stand behind the file; what it throws refuses the file. */
  details?: () => Promise<FileDetails>;
}

export interface StoredFile {
  id: string;
  botId: string;
  baseId: string;
  name: string;
  title: string;
  sizeBytes: number;
  /** Found out, not declared. */
  mediaType: string;
  /** `text`, `markdown`, `html`, `json`, `csv`, `pdf`, `docx`, `pptx`, `xlsx`, `eml`, `png`, `jpeg`, `gif`, `webp`. */
  format: string | null;
  state: FileState;
  description: string | null;
  tags: string[];
  metadata: Record<string, unknown>;
  /** Known when it is completed; 0 for images. */
  passageCount: number;
  /** Why it has failed, in words for people. */
  error: { code: string; message: string } | null;
  /** Why content that was sent to replace it is not found; what was there before is. */
  replacementError: { code: string; message: string } | null;
  createdAt: Date;
  /** When it was completed or has failed. */
  processedAt: Date | null;
}

export interface FileListRequest {
  limit: number;
  offset: number;
  state?: FileState;
}

export interface FileList {
  items: StoredFile[];
  /** Of all pages together. */
  total: number;
}

export interface OpenFile {
  /** Read it to its end or destroy it. */
  stream: Readable;
  bytes: number;
  mediaType: string;
  name: string;
}

/** What a model is given of a file that stands beside a message. */
export type FileContent = { id: string; name: string; mediaType: string } & ({ text: string } | { image: Uint8Array });

/** Of the text of a file, in characters; what follows is left out. */
export const MAX_CONTENT_CHARS = 200_000;
/** Of an image that a model is shown. */
export const MAX_IMAGE_BYTES = 10 * 1024 * 1024;

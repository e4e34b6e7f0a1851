import type { PageRequest } from '#kernel';
import type { DocumentKind, OnDuplicate } from '../documents.types';

/** `queued` -> `running` -> `ready` or `failed`; until then it can be cancelled, and what failed or was cancelled retried. */
export const UPLOAD_STATES = ['queued', 'running', 'ready', 'failed', 'cancelled'] as const;
export type UploadState = (typeof UPLOAD_STATES)[number];

/** What a run is at; of one that has failed, what it failed at. */
export const UPLOAD_STAGES = ['reading', 'splitting', 'indexing'] as const;
export type UploadStage = (typeof UPLOAD_STAGES)[number];

/** A text. Files are sent to `Files` or `FileUploads`, which do not hold them in memory. */
export interface NewUpload {
  title?: string | null;
  bytes: Uint8Array;
  /** What it is to be read as, when the sender said it; else it is found out. */
  format?: string;
  tags?: readonly string[] | null;
  metadata?: Record<string, unknown> | null;
  /** A base of the bot; its own one unless given. */
  baseId?: string | null;
  /** ISO 639-1; found out unless given. */
  language?: string | null;
  /** Default: `keep`. */
  onDuplicate?: OnDuplicate;
}

/** A text that takes the place of what a document was made of. What is absent or null stays as it is. */
export type NewVersion = Omit<NewUpload, 'baseId' | 'onDuplicate'>;

export interface ReplacedUpload {
  upload: Upload;
  /** `unchanged`: this is what is found already, or under way; nothing is done. */
  outcome: 'accepted' | 'unchanged';
}

/** A document that is indexed by a job, and how far that is. One of nodes was ready when it came. */
export interface Upload {
  id: string;
  teamId: string;
  botId: string;
  baseId: string;
  kind: Exclude<DocumentKind, 'item'>;
  title: string;
  /** Null when nobody here can read it. */
  format: string | null;
  tags: string[];
  metadata: Record<string, unknown>;
  state: UploadState;
  stage: UploadStage | null;
  /**
   * That searches find, counted from 1; 0 before it was ready for the first time. State, stage, progress and error are of the
   * newest one that was sent: while that waits, runs, has failed or was cancelled, the one before goes on being found.
   */
  version: number;
  /** 0 to 100, never falling before a retry. */
  progress: number;
  /** Of the version that is found. */
  passageCount: number;
  /** As its sender said, or as it was found out. */
  language: string | null;
  /** The oldest upload of the base with the same content, if that is an older one. */
  duplicateOf: string | null;
  sourceBytes: number;
  error: { code: string; message: string } | null;
  /** Only of what adding a duplicate has answered: it was there already. */
  isSkipped?: true;
  createdAt: Date;
  updatedAt: Date;
}

export interface UploadListRequest extends PageRequest {
  state?: UploadState;
}

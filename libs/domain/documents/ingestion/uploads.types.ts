import type { PageRequest } from '#kernel';
import type { DocumentKind } from '../documents.types';

/** `queued` -> `running` -> `ready` or `failed`; until then it can be cancelled, and what failed or was cancelled retried. */
export const UPLOAD_STATES = ['queued', 'running', 'ready', 'failed', 'cancelled'] as const;
export type UploadState = (typeof UPLOAD_STATES)[number];

/** What a run is at. */
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
  /** 0 to 100, never falling before a retry. */
  progress: number;
  passageCount: number;
  language: string | null;
  sourceBytes: number;
  error: { code: string; message: string } | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface UploadListRequest extends PageRequest {
  state?: UploadState;
}

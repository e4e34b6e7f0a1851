import type { DocumentKind } from '../documents.types';
import type { UploadStage, UploadState } from '../ingestion/uploads.types';

/** Any document of a team, of whatever kind, without its text. */
export interface TeamDocument {
  id: string;
  botId: string;
  baseId: string;
  kind: DocumentKind;
  title: string;
  /** As uploads have it; null for items and for what nobody here can read. */
  format: string | null;
  tags: string[];
  /** Items and nodes are ready from the beginning; see Upload. */
  state: UploadState;
  stage: UploadStage | null;
  progress: number;
  passageCount: number;
  error: { code: string; message: string } | null;
  sizeBytes: number;
  createdAt: Date;
  updatedAt: Date;
}

export interface TeamDocumentsRequest {
  limit: number;
  /** Only documents that are older than the one of this id. */
  before?: string;
  /** Only items, or only what are none; all unless given. */
  only?: 'items' | 'uploads';
}

export type DocumentContent =
  /** `isCut`: it is longer than MAX_CONTENT_CHARS, and the rest is left out. */
  { mediaType: string; text: string; isCut: boolean } | { mediaType: string; image: Uint8Array };

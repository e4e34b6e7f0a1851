import type { Readable } from 'node:stream';

/** `queued` -> `running` -> `completed` or `failed`; a completed one is `expired` when its archive is no longer kept. */
export const EXPORT_STATUSES = ['queued', 'running', 'completed', 'failed', 'expired'] as const;
export type ExportStatus = (typeof EXPORT_STATUSES)[number];

/** What a run is at: rows of tables, then original files. */
export const EXPORT_STAGES = ['rows', 'files'] as const;
export type ExportStage = (typeof EXPORT_STAGES)[number];

/** Everything that a team owns as one archive, and how far it is. */
export interface TeamExport {
  id: string;
  teamId: string;
  status: ExportStatus;
  stage: ExportStage | null;
  /** 0 to 100. */
  progress: number;
  archiveBytes: number | null;
  rowCount: number | null;
  fileCount: number | null;
  error: { code: string; message: string } | null;
  startedAt: Date | null;
  completedAt: Date | null;
  /** Until when the archive is kept. */
  expiresAt: Date | null;
  createdAt: Date;
}

export interface ArchiveContent {
  stream: Readable;
  bytes: number;
  name: string;
}

/** How much a team has. */
export interface TeamContents {
  /** Rows by table; tables without any are left out. */
  rows: Record<string, number>;
  /** In the blob store. */
  files: { count: number };
}

import type { PageRequest } from '#kernel';

export const FORMATS = ['jsonl', 'csv'] as const;
export type TransferFormat = (typeof FORMATS)[number];

/** `replace`: what stood in the base before and is not in the file is removed at the end. */
export const IMPORT_MODES = ['add', 'replace'] as const;
export type ImportMode = (typeof IMPORT_MODES)[number];

/** `stop`: the import fails at the first row that is refused; nothing is written when checking the file finds it. */
export const ON_ERROR = ['skip', 'stop'] as const;
export type OnError = (typeof ON_ERROR)[number];

/** `queued` -> `running` -> `completed` or `failed`; until then it can be cancelled, and what has not been completed retried. */
export const IMPORT_STATUSES = ['queued', 'running', 'completed', 'failed', 'cancelled'] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** What a run is at. `checking` looks at all rows before the first is written; `removing` only when replacing. */
export const IMPORT_STAGES = ['checking', 'writing', 'removing'] as const;
export type ImportStage = (typeof IMPORT_STAGES)[number];

export const IMPORT_LIMITS = {
  fileBytes: 100 * 1024 * 1024,
  rows: 200_000,
  /** Of one row, in UTF-16 units as it stands in the file: the longest item, however it is escaped, and its metadata. */
  rowLength: 8_000_000,
  keyLength: 512,
  /** Rows that are named when they were refused; all are counted. */
  errors: 100,
} as const;

export interface ImportOptions {
  mode: ImportMode;
  onError: OnError;
  /** Found out from the file unless said. */
  format?: TransferFormat | undefined;
}

export interface ImportCounts {
  /** Rows that were looked at and written or refused. */
  read: number;
  added: number;
  updated: number;
  unchanged: number;
  failed: number;
  /** Items and questions that were not in the file. */
  removed: number;
}

export interface RowError {
  /** As an editor or a spreadsheet counts: from 1, with the line of headings. */
  row: number;
  message: string;
}

/** The import of a file into a base, and how far it is. */
export interface KnowledgeImport {
  id: string;
  teamId: string;
  botId: string;
  baseId: string;
  mode: ImportMode;
  onError: OnError;
  format: TransferFormat;
  fileName: string | null;
  fileBytes: number;
  status: ImportStatus;
  stage: ImportStage | null;
  /** 0 to 100, never falling before a retry. */
  progress: number;
  /** Rows of the file; null until it was checked. */
  rowCount: number | null;
  counts: ImportCounts;
  rowErrors: RowError[];
  /** What to know of one that was completed. */
  notice: string | null;
  error: { code: string; message: string } | null;
  startedAt: Date | null;
  completedAt: Date | null;
  createdAt: Date;
}

export interface ImportListRequest extends PageRequest {
  status?: ImportStatus;
}

import type { PageRequest } from '#kernel';
import type { UploadState } from '../ingestion/uploads.types';

/** `page`: one page. `sitemap`: the pages that a sitemap names, or the sitemaps of a site. */
export const WEB_SOURCE_KINDS = ['page', 'sitemap'] as const;
export type WebSourceKind = (typeof WEB_SOURCE_KINDS)[number];

/** Of its last sync. `ready`: it came to its end, whatever became of single pages. */
export const WEB_SOURCE_STATES = ['queued', 'running', 'ready', 'failed', 'cancelled'] as const;
export type WebSourceState = (typeof WEB_SOURCE_STATES)[number];

export const SYNC_STAGES = ['finding', 'fetching', 'removing'] as const;
export type SyncStage = (typeof SYNC_STAGES)[number];

/**
 * What became of a page at its last visit. `skipped`: it is there, and is not taken. `failed`: it could not be read now;
 * what was read before stays.
 */
export const PAGE_OUTCOMES = ['added', 'changed', 'unchanged', 'skipped', 'gone', 'failed'] as const;
export type PageOutcome = (typeof PAGE_OUTCOMES)[number];

export const WEB_LIMITS = {
  /** Of a team. */
  sources: 100,
  urlLength: 2_000,
  maxPages: { min: 1, max: 2_000, default: 200 },
  paths: 50,
  pathLength: 500,
  refreshHours: { min: 1, max: 8_760 },
  cronLength: 200,
  /** Of one page, unpacked. */
  pageBytes: 10 * 1024 * 1024,
} as const;

export interface SyncCounts {
  found: number;
  /** Pages that were dealt with. */
  fetched: number;
  added: number;
  changed: number;
  unchanged: number;
  skipped: number;
  failed: number;
  /** Documents that were taken away. */
  removed: number;
}

export interface WebSource {
  id: string;
  teamId: string;
  botId: string;
  baseId: string;
  url: string;
  kind: WebSourceKind;
  maxPages: number;
  include: string[];
  exclude: string[];
  schedule: { cron: string; timeZone: string } | null;
  refreshHours: number | null;
  nextSyncAt: Date | null;
  state: WebSourceState;
  stage: SyncStage | null;
  /** 0 to 100. */
  progress: number;
  counts: SyncCounts;
  /** Why the last sync failed. */
  error: { code: string; message: string } | null;
  syncStartedAt: Date | null;
  syncEndedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface WebPage {
  url: string;
  title: string | null;
  /** Null: it waits for its first visit. */
  outcome: PageOutcome | null;
  error: { code: string; message: string } | null;
  documentId: string | null;
  documentState: UploadState | null;
  fetchedAt: Date | null;
  changedAt: Date | null;
}

/** Absent leaves a field as it is, null sets its default. */
export interface WebSourceSettings {
  maxPages?: number | null;
  /** Beginnings of the paths that are taken; none means all. */
  include?: readonly string[] | null;
  exclude?: readonly string[] | null;
  schedule?: { cron: string; timeZone?: string | null } | null;
  refreshHours?: number | null;
}

export interface CreateWebSource extends WebSourceSettings {
  url: string;
  /** Guessed from the address unless given. */
  kind?: WebSourceKind;
  /** A base of the bot; its own one unless given. */
  baseId?: string | null;
}

export interface WebPageListRequest extends PageRequest {
  outcome?: PageOutcome;
}

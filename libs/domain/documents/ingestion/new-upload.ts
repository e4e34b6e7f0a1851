import { type Actor, after, newId } from '#kernel';
import type { UploadKind } from '../documents.types';
import { tagsOf } from '../items';
import { QUEUE_LEASE_MS } from './lease';
import type { StoredUpload, UploadSource } from './uploads.queries';
import type { VersionDetails } from './versions.queries';

const UNTITLED = 'Untitled';
const MAX_TITLE_CHARS = 512;

interface UploadPlace {
  actor: Actor;
  botId: string;
  now: Date;
}

/** What its sender says of it. */
export interface Described {
  title?: string | null;
  tags?: readonly string[] | null;
  metadata?: Record<string, unknown> | null;
  language?: string | null;
}

interface Sent {
  id?: string;
  kind: UploadKind;
  format: string | null;
  bytes: number;
  source: UploadSource;
  /** There is nothing to be read in it. */
  isReady?: boolean;
}

/** The row of an upload, not yet in a base. */
export function newUpload(
  { actor: { teamId }, botId, now }: UploadPlace,
  { title, tags, metadata, language = null }: Described,
  { id = newId(), kind, format, bytes, source, isReady = false }: Sent,
): Omit<StoredUpload, 'baseId'> {
  return {
    id,
    teamId,
    botId,
    kind,
    title: titleOf(title, source.fileName),
    format,
    tags: tagsOf(tags),
    metadata: metadata ?? {},
    state: isReady ? 'ready' : 'queued',
    stage: null,
    version: isReady ? 1 : 0,
    progress: isReady ? 100 : 0,
    passageCount: 0,
    language,
    duplicateOf: null,
    sourceBytes: bytes,
    error: null,
    createdAt: now,
    updatedAt: now,
    leaseUntil: isReady ? null : after(now, QUEUE_LEASE_MS),
    source,
  };
}

/** Of a new version; what is absent stays as it is. */
export function sentDetails({ title, tags, metadata, language }: Described): VersionDetails {
  return {
    title: title?.trim() ? titleOf(title, null) : null,
    tags: tags ? tagsOf(tags) : null,
    metadata: metadata ?? null,
    language: language ?? null,
  };
}

function titleOf(title: string | null | undefined, fileName: string | null): string {
  const text = (title ?? '').trim() || (fileName ?? '').trim() || UNTITLED;
  return text.slice(0, MAX_TITLE_CHARS).toWellFormed();
}

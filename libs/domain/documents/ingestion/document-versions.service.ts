/**
 * New versions of documents. What is sent stands beside what is found, under the next number, and takes its place in the
 * transaction in which all of it is indexed (`DocumentIndexing`): until then, or when that fails or is cancelled, searches
 * find the version before.
 */
import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { PassageIndex } from '#domain/knowledge';
import { Database } from '#infra/database';
import { type Actor, after, Clock, isUuid } from '#kernel';
import { documentErrors } from '../documents.errors';
import { QUEUE_LEASE_MS } from './lease';
import type { ReplacedUpload, Upload } from './uploads.types';
import { type KnownSource, type SentVersion, type VersionDetails, VersionsQueries } from './versions.queries';

@Injectable()
export class DocumentVersions {
  constructor(
    private readonly queries: VersionsQueries,
    private readonly index: PassageIndex,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Queues it, unless it is what the document is made of. Wake its job after it.
   *
   * @param adopt in the transaction, when it is kept
   * @throws `documents.not_found`
   */
  put(actor: Actor, documentId: string, sent: SentVersion, adopt?: () => Promise<void>): Promise<ReplacedUpload> {
    if (!isUuid(documentId)) throw documentErrors.not_found();
    const owner = { teamId: actor.teamId, botId: 'botId' in actor ? actor.botId : null };
    return this.database.transaction(async () => {
      const before = await this.queries.lock(owner, documentId);
      if (!before) throw documentErrors.not_found();
      const plan = planOf(before, await this.queries.sources(documentId), sent);
      if (plan === 'nothing') return { upload: before, outcome: 'unchanged' };
      const now = this.clock.now();
      const upload =
        plan === 'revert'
          ? await this.queries.revert(documentId, now)
          : await this.queries.putNext(documentId, sent, now, after(now, QUEUE_LEASE_MS));
      await this.dropBegun(before);
      if (plan === 'revert') return { upload, outcome: 'unchanged' };
      await adopt?.();
      return { upload, outcome: 'accepted' };
    });
  }

  /** What a run has indexed of what was sent before; that run finds that it no longer has the document. */
  private async dropBegun({ id, state, version }: Upload): Promise<void> {
    if (state === 'ready') return;
    if (version === 0) await this.index.remove([id]);
    else await this.index.dropHidden(id);
  }
}

/** `revert`: back to what is found, although something else was to take its place. */
function planOf(document: Upload, sources: readonly KnownSource[], sent: SentVersion): 'queue' | 'nothing' | 'revert' {
  const newest = sources.at(-1);
  const hasEnded = document.state === 'failed' || document.state === 'cancelled';
  if (newest && !hasEnded && isSame(document, newest, sent)) return 'nothing';
  const found = sources.find(({ version }) => version === document.version);
  if (found && newest !== found && isSame(document, { ...found, ...NO_CHANGES }, sent)) return 'revert';
  return 'queue';
}

const NO_CHANGES: VersionDetails = { title: null, tags: null, metadata: null, language: null };

function isSame(document: Upload, known: KnownSource, sent: SentVersion): boolean {
  const fields = ['title', 'tags', 'metadata', 'language'] as const;
  return (
    Buffer.compare(known.sha256, sent.source.sha256) === 0 &&
    known.format === sent.source.format &&
    fields.every((field) => sent[field] === null || isDeepStrictEqual(known[field] ?? document[field], sent[field]))
  );
}

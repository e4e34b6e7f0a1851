import { Injectable } from '@nestjs/common';
import type { LanguageCode } from '#domain/language';
import { Database } from '#infra/database';
import { JobQueue } from '#infra/queue';
import {
  type BaseToRebuild,
  IndexRebuildingQueries,
  type StoredPassage,
  type StoredSource,
} from './index-rebuilding.queries';
import { EMBED_DELAY_MS, embedPassagesJob } from './jobs/embed-passages.job';
import { type IndexedDocument, MAX_PASSAGES } from './passage-batches';
import { PassageIndex } from './passage-index.service';

/** Documents that are looked at at once; of long ones fewer are written in one transaction. */
const PAGE = 256;
const VECTORS_AT_ONCE = 2_000;

export interface RebuildOptions {
  /** Also forget the vectors, which then are made anew by their model. */
  vectors: boolean;
  /** Those of the documents that somebody is writing, which are left alone. */
  busy: (documentIds: readonly string[]) => Promise<ReadonlySet<string>>;
  onProgress: (passages: number) => void;
}

/**
 * Writes the index of a base anew from the texts of its passages: for operators, when it is damaged or a newer version reads
 * words differently. Searches go on meanwhile: a document leaves its old place and stands in its new one in one transaction.
 */
@Injectable()
export class IndexRebuilding {
  constructor(
    private readonly queries: IndexRebuildingQueries,
    private readonly passages: PassageIndex,
    private readonly database: Database,
    private readonly jobs: JobQueue,
  ) {}

  listBases(wanted: { botId?: string; baseId?: string }): Promise<BaseToRebuild[]> {
    return this.queries.listBases(wanted);
  }

  async rebuild(baseId: string, options: RebuildOptions): Promise<void> {
    for (let after: string | undefined; ; ) {
      const sources = await this.queries.listSources(baseId, after, PAGE);
      for (const portion of portionsOf(sources)) {
        await this.rewrite(baseId, portion, options);
        options.onProgress(portion.reduce((sum, { passageCount }) => sum + passageCount, 0));
      }
      if (sources.length < PAGE) break;
      after = sources.at(-1)!.documentId;
    }
    if (options.vectors) await this.renewVectors(baseId);
  }

  /** With the index locked, so that nobody begins a document that was not busy. */
  private async rewrite(
    baseId: string,
    sources: readonly StoredSource[],
    { busy }: Pick<RebuildOptions, 'busy'>,
  ): Promise<void> {
    await this.database.transaction(async () => {
      await this.queries.lock(baseId);
      const ids = sources.map(({ documentId }) => documentId);
      const left = await busy(ids);
      const free = ids.filter((id) => !left.has(id));
      const passages = Map.groupBy(await this.queries.listPassages(free), ({ documentId }) => documentId);
      const documents = sources.flatMap((source) => {
        const own = passages.get(source.documentId);
        return own ? [indexedDocument(baseId, source, own)] : [];
      });
      if (documents.length > 0) await this.passages.replaceMany(baseId, documents);
    });
  }

  private async renewVectors(baseId: string): Promise<void> {
    while ((await this.queries.forgetVectors(baseId, VECTORS_AT_ONCE)) > 0);
    await this.queries.wantVectors(baseId);
    await this.jobs.enqueue(embedPassagesJob, { baseId }, { delayMs: EMBED_DELAY_MS });
  }
}

/** Documents whose passages together fit into one segment; a longer one alone. */
function* portionsOf(sources: readonly StoredSource[]): Generator<StoredSource[]> {
  let portion: StoredSource[] = [];
  let passages = 0;
  for (const source of sources) {
    if (portion.length > 0 && passages + source.passageCount > MAX_PASSAGES) {
      yield portion;
      portion = [];
      passages = 0;
    }
    portion.push(source);
    passages += source.passageCount;
  }
  if (portion.length > 0) yield portion;
}

/** What the passages were taken for is kept: in one language all, or each as its text tells. */
function indexedDocument(
  baseId: string,
  { documentId, sourceType, tags, metadata }: StoredSource,
  passages: readonly StoredPassage[],
): IndexedDocument {
  const counts = new Map<LanguageCode, number>();
  for (const { language } of passages) counts.set(language, (counts.get(language) ?? 0) + 1);
  const [language] = [...counts].toSorted(([, left], [, right]) => right - left)[0]!;
  return {
    source: {
      documentId,
      baseId,
      sourceType,
      tags,
      language,
      isLanguageGiven: counts.size === 1,
      ...(metadata ? { metadata } : {}),
    },
    passages: passages.map((passage) => ({ ...passage, metadata: passage.metadata ?? undefined })),
  };
}

/**
 * For database specs and benches: bases and documents with rows of their own, and the index on a test database. Embedding
 * models are those that the spec puts into `models`.
 */

import { MIGRATIONS } from '#domain/migrations';
import type { ReadyEmbedding, ReadyModels } from '#domain/models';
import type { Config } from '#infra/config';
import { type JobDefinition, JobQueue } from '#infra/queue';
import { newId, SystemClock } from '#kernel';
import type { NewPassage, PassageSource } from '../../domain/knowledge/knowledge.types';
import { PassageIndexQueries } from '../../domain/knowledge/passage-index.queries';
import { PassageIndex } from '../../domain/knowledge/passage-index.service';
import { PassageSearchQueries } from '../../domain/knowledge/passage-search.queries';
import { PassageSearch } from '../../domain/knowledge/passage-search.service';
import { PassageVersionsQueries } from '../../domain/knowledge/passage-versions.queries';
import { PostingReader } from '../../domain/knowledge/posting-reader.service';
import { PostingReadingQueries } from '../../domain/knowledge/posting-reading.queries';
import { SegmentMergingQueries } from '../../domain/knowledge/segment-merging.queries';
import { SegmentMerging } from '../../domain/knowledge/segment-merging.service';
import { PassageEmbedder } from '../../domain/knowledge/vectors/passage-embedder.service';
import { PassageVectorsQueries } from '../../domain/knowledge/vectors/passage-vectors.queries';
import { QueryEmbedder } from '../../domain/knowledge/vectors/query-embedder.service';
import { VectorBuilding } from '../../domain/knowledge/vectors/vector-building.service';
import { VectorIndexQueries } from '../../domain/knowledge/vectors/vector-index.queries';
import { openTestDatabase, type TestDatabase } from '../database/open-test-database';

export class RecordingJobs extends JobQueue {
  readonly put: { job: string; payload: unknown }[] = [];

  constructor(private readonly test: TestDatabase) {
    super();
  }

  async enqueue<Payload>(job: JobDefinition<Payload>, payload: Payload): Promise<void> {
    this.test.database.afterCommit(() => this.put.push({ job: job.name, payload }));
  }

  async enqueueAll<Payload>(job: JobDefinition<Payload>, payloads: readonly Payload[]): Promise<void> {
    for (const payload of payloads) await this.enqueue(job, payload);
  }
}

/** As ReadyModels, of what a spec says. */
export class ScriptedModels implements Pick<ReadyModels, 'embedding'> {
  /** By id, null for the installation's default. */
  readonly embeddings = new Map<number | null, ReadyEmbedding>();

  async embedding(_teamId: string, id: number | null): Promise<ReadyEmbedding | undefined> {
    return this.embeddings.get(id);
  }
}

export class IndexedBases {
  readonly models = new ScriptedModels();
  readonly building: VectorBuilding;
  readonly vectorIndex: VectorIndexQueries;
  readonly jobs: RecordingJobs;
  readonly index: PassageIndex;
  readonly search: PassageSearch;
  readonly merging: SegmentMerging;

  private constructor(readonly test: TestDatabase) {
    const { database } = test;
    this.jobs = new RecordingJobs(test);
    this.index = new PassageIndex(
      new PassageIndexQueries(database),
      new PassageVersionsQueries(database),
      database,
      this.jobs,
    );
    this.search = this.searchOfAnotherProcess();
    this.merging = new SegmentMerging(new SegmentMergingQueries(database), database, this.jobs);
    this.vectorIndex = new VectorIndexQueries(database);
    this.building = this.buildingOfAnotherProcess();
  }

  static async open(): Promise<IndexedBases> {
    return new IndexedBases(await openTestDatabase({ migrations: MIGRATIONS }));
  }

  /** Remembers nothing of what `search` has read. */
  searchOfAnotherProcess(): PassageSearch {
    const { database } = this.test;
    const queries = new PassageSearchQueries(database);
    const embedder = new QueryEmbedder(this.readyModels);
    const reader = new PostingReader(new PostingReadingQueries(database), { search: { cacheBytes: 64e6 } } as Config);
    return new PassageSearch(reader, queries, embedder, database);
  }

  private buildingOfAnotherProcess(): VectorBuilding {
    const vectors = new PassageVectorsQueries(this.test.database);
    const embedder = new PassageEmbedder(vectors);
    return new VectorBuilding(this.vectorIndex, vectors, embedder, this.readyModels, this.jobs, new SystemClock());
  }

  private get readyModels(): ReadyModels {
    return this.models as unknown as ReadyModels;
  }

  async reset(): Promise<void> {
    await this.test.reset();
    this.jobs.put.length = 0;
    this.models.embeddings.clear();
  }

  close(): Promise<void> {
    return this.test.close();
  }

  /** A base of a bot and a team of its own. */
  async newBase(): Promise<string> {
    const { database } = this.test;
    const [teamId, botId, baseId] = [newId(), newId(), newId()];
    await database.query(`insert into team (id, name) values ($1, 'Team')`, [teamId]);
    await database.query(`insert into bot (id, team_id, slug, name) values ($1, $2, 'bot', 'Bot')`, [botId, teamId]);
    await database.query(`insert into knowledge_base (id, team_id, bot_id, name) values ($1, $2, $3, 'Base')`, [
      baseId,
      teamId,
      botId,
    ]);
    await this.index.createIndex(baseId);
    return baseId;
  }

  /** A document without passages. */
  async newDocument(baseId: string, tags: readonly string[] = []): Promise<PassageSource> {
    const documentId = newId();
    await this.test.database.query(
      `insert into document (id, team_id, base_id, kind, title, content)
       select $1, team_id, id, 'item', 'Title', '' from knowledge_base where id = $2`,
      [documentId, baseId],
    );
    return { documentId, baseId, tags, sourceType: 'item' };
  }

  /** A document with these texts as passages. */
  async add(baseId: string, bodies: readonly string[], tags: readonly string[] = []): Promise<PassageSource> {
    const source = await this.newDocument(baseId, tags);
    await this.index.replace(source, passagesOf(bodies));
    return source;
  }

  async find(query: string, baseIds: string | readonly string[], more: { tags?: string[]; limit?: number } = {}) {
    return this.search.search({ baseIds: [baseIds].flat(), query, limit: 10, ...more });
  }

  async segmentSizes(baseId: string): Promise<number[]> {
    const rows = await this.test.database.query<{ size: number }>(
      `select s.passage_count as size from lexical_segment s join lexical_index i on i.number = s.index_number
       where i.base_id = $1 order by s.segment`,
      [baseId],
    );
    return rows.map(({ size }) => size);
  }
}

export function passagesOf(bodies: readonly string[]): NewPassage[] {
  return bodies.map((body, position) => ({ position, title: '', section: null, body }));
}

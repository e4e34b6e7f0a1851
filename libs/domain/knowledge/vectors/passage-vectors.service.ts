/** The vectors of the bases, for those who change bases and passages. */
import { Injectable, Logger } from '@nestjs/common';
import { DEFAULT_EMBEDDING_ID, LEXICAL_ID, Models, modelInUse } from '#domain/models';
import { Config } from '#infra/config';
import { JobQueue } from '#infra/queue';
import { Clock, SECOND_MS } from '#kernel';
import { embedPassagesJob } from '../jobs/embed-passages.job';
import type { VectorsState } from '../knowledge.types';
import { VectorBuilding } from './vector-building.service';
import { VectorIndexQueries } from './vector-index.queries';
import { within } from './within';

/** What whoever writes waits for at most; the job makes up for the rest. */
const DEFAULT_TIMEOUT_MS = 3 * SECOND_MS;
const EMBEDDED_AT_ONCE = 256;
/** Bases that a refusal names. */
const NAMED_USERS = 3;

@Injectable()
export class PassageVectors {
  private readonly logger = new Logger(PassageVectors.name);

  constructor(
    private readonly queries: VectorIndexQueries,
    private readonly building: VectorBuilding,
    private readonly models: Models,
    private readonly jobs: JobQueue,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    models.beforeDelete(async ({ id }) => {
      const names = await this.queries.findUsers(id, NAMED_USERS);
      if (names.length > 0) throw modelInUse(names.map((name) => `the knowledge base "${name}"`));
    });
  }

  /** @throws `input.invalid` naming the field when the team has no such embedding model */
  async requireUsable(teamId: string, modelId: number | null | undefined, field: string): Promise<void> {
    if (modelId !== null && modelId !== undefined) {
      await this.models.requireUsable(teamId, modelId, 'embedding', field);
    }
  }

  /** Call it in the transaction that has given the base this model. */
  async follow(baseId: string, modelId: number | null): Promise<void> {
    await this.queries.wantAim(baseId, this.mayHaveVectors(modelId));
    await this.jobs.enqueue(embedPassagesJob, { baseId });
  }

  /** Whether bases with this model may have anything to do with vectors; nothing is to be done for a new one without. */
  mayHaveVectors(modelId: number | null): boolean {
    if (modelId === null || modelId === DEFAULT_EMBEDDING_ID) return this.config.defaultEmbedding !== undefined;
    return modelId !== LEXICAL_ID;
  }

  /**
   * Embeds what was just written, so that searches find it by meaning at once. Call it after the commit, outside of any
   * transaction. Never throws: what it does not manage, the job does. Costs one look-up for a base without vectors.
   */
  async embedNow(
    baseId: string,
    documentIds: readonly string[],
    { timeoutMs = DEFAULT_TIMEOUT_MS }: { timeoutMs?: number } = {},
  ): Promise<{ inputTokens: number }> {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const wanted = { documentIds, limit: EMBEDDED_AT_ONCE };
      return { inputTokens: await within(signal, this.building.buildNow(baseId, wanted, signal)) };
    } catch (error) {
      this.logger.debug({ message: 'Passages were not embedded at once; the job will do it.', baseId, err: error });
      return { inputTokens: 0 };
    }
  }

  /** How far the bases are. */
  states(baseIds: readonly string[]): Promise<Map<string, VectorsState>> {
    return this.queries.states(baseIds, this.clock.now());
  }
}

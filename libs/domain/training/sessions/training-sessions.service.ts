import { Injectable, Logger } from '@nestjs/common';
import { BotsService } from '#domain/bots';
import { Database } from '#infra/database';
import { Outbox } from '#infra/events';
import { Notices } from '#infra/notices';
import { JobQueue } from '#infra/queue';
import { type Actor, after, Clock, isUuid, newId, type Page } from '#kernel';
import { DatasetsQueries } from '../datasets/datasets.queries';
import { MAX_EXAMPLES } from '../datasets/datasets.types';
import { trainModel } from '../jobs/train-model.job';
import { trainingErrors } from '../training.errors';
import { trainingCompleted } from '../training.events';
import { sessionCancelled } from '../training.notices';
import { QUEUE_LEASE_MS } from './lease';
import { SessionsQueries } from './sessions.queries';
import type { NewSession, SessionListRequest, TrainingSession } from './sessions.types';

/** The trainings of bots: begun, watched and cancelled here; `SessionRunning` does the work. */
@Injectable()
export class TrainingSessions {
  private readonly logger = new Logger(TrainingSessions.name);

  constructor(
    private readonly bots: BotsService,
    private readonly queries: SessionsQueries,
    private readonly datasets: DatasetsQueries,
    private readonly database: Database,
    private readonly jobs: JobQueue,
    private readonly outbox: Outbox,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  /**
   * A job trains. What is acknowledged here ends, whatever happens to processes meanwhile.
   *
   * @throws `bots.not_found`, `training.dataset_not_found`, `training.dataset_inactive`, `training.no_examples`,
   *   `training.too_many_examples`, `training.already_training`
   */
  async start(actor: Actor, botId: string, { datasetId, config }: NewSession): Promise<TrainingSession> {
    const datasetIds = [...new Set([datasetId, ...(config?.alsoDatasetIds ?? [])])];
    const session = await this.database.transaction(async () => {
      const { teamId } = await this.bots.hold(actor, botId);
      await this.requireTrainable(botId, datasetIds);
      const now = this.clock.now();
      const started = await this.queries.insert({
        id: newId(),
        teamId,
        botId,
        datasetId,
        datasetIds,
        config: config ?? {},
        leaseUntil: after(now, QUEUE_LEASE_MS),
        createdAt: now,
      });
      if (!started) throw trainingErrors.already_training();
      return started;
    });
    this.wake(session.id);
    return session;
  }

  /** Newest first. @throws `bots.not_found` */
  async list(actor: Actor, botId: string, request: SessionListRequest): Promise<Page<TrainingSession>> {
    const { page, limit, status } = request;
    await this.bots.get(actor, botId);
    const items = await this.queries.list(botId, request);
    const isAll = page === 1 && items.length < limit;
    return { items, total: isAll ? items.length : await this.queries.count(botId, status), page, limit };
  }

  /** @throws `training.session_not_found` */
  async get({ teamId }: Actor, id: string): Promise<TrainingSession> {
    const session = isUuid(id) ? await this.queries.find(teamId, id) : undefined;
    if (!session) throw trainingErrors.session_not_found();
    return session;
  }

  /** No model is made of it; whoever trains stops. @throws `training.session_not_found`, `training.not_under_way` */
  cancel(actor: Actor, id: string): Promise<TrainingSession> {
    return this.database.transaction(async () => {
      const cancelled = isUuid(id) ? await this.queries.cancel(actor.teamId, id, this.clock.now()) : undefined;
      if (!cancelled) {
        const { status } = await this.get(actor, id);
        throw trainingErrors.not_under_way({
          message: `The session is ${status}; only one that is pending or in progress can be cancelled.`,
        });
      }
      const { teamId, botId, datasetId } = cancelled;
      const data = { botId, sessionId: id, datasetId, status: 'cancelled' as const, metrics: null };
      await this.outbox.add(trainingCompleted, { teamId, data });
      this.notices.publish(sessionCancelled, { sessionId: id });
      return cancelled;
    });
  }

  private async requireTrainable(botId: string, ids: readonly string[]): Promise<void> {
    const held = ids.every(isUuid) ? await this.datasets.hold(botId, ids) : [];
    if (held.length < ids.length) throw trainingErrors.dataset_not_found();
    if (held.some(({ isActive }) => !isActive)) throw trainingErrors.dataset_inactive();
    const examples = held.reduce((sum, { exampleCount }) => sum + exampleCount, 0);
    if (examples === 0) throw trainingErrors.no_examples();
    if (examples <= MAX_EXAMPLES) return;
    throw trainingErrors.too_many_examples({
      message: `A session may learn from ${MAX_EXAMPLES.toLocaleString('en-US')} examples; these datasets have more.`,
    });
  }

  /** The row is stored; if its job cannot be put now, the sweep puts it. */
  private wake(sessionId: string): void {
    this.jobs.enqueue(trainModel, { sessionId }).catch((error: unknown) => {
      this.logger.warn({
        message: 'A training could not be put in the queue; it will be later.',
        sessionId,
        err: error,
      });
    });
  }
}

/**
 * Trains. A run claims a session under an id of its own, and every later write asks whether it still has it; so a cancelled
 * session, a second delivery of a job, or a process that wakes up late change nothing. Sessions whose run has died are put
 * again by `sweep`.
 */
import { Injectable, Logger } from '@nestjs/common';
import type { TrainedClassifier } from '#domain/classification';
import { Database } from '#infra/database';
import { Outbox } from '#infra/events';
import { defineCounter } from '#infra/metrics';
import { Notices } from '#infra/notices';
import { JobQueue } from '#infra/queue';
import { AppError, after, Clock } from '#kernel';
import { type Activation, DEFAULT_POLICY } from '../comparisons/activation';
import { ModelComparisons } from '../comparisons/model-comparisons.service';
import { ExamplesQueries } from '../datasets/examples.queries';
import { trainModel } from '../jobs/train-model.job';
import { MAX_ARTEFACT_BYTES } from '../models/models.types';
import { TrainingModels } from '../models/training-models.service';
import { trainInThread } from '../threads/train-in-thread';
import { trainingErrors } from '../training.errors';
import { trainingCompleted } from '../training.events';
import { sessionCancelled } from '../training.notices';
import { AnswerVotes, answersOf } from './answer-votes';
import { BACKOFF_MS, MAX_RUNS, QUEUE_LEASE_MS, RUN_LEASE_MS } from './lease';
import { type ClaimedSession, RunningQueries } from './running.queries';
import { readExamples } from './session-examples';
import { SessionRun, TakenAwayError } from './session-run';
import type { TrainingMetrics } from './sessions.types';

/** More intents than anybody tells apart, and what a classifier can be asked to: usually outputs taken for intents. */
const MAX_INTENTS = 1_000;
/** The shares of the work when the examples have been read, and when the model is made. */
const PROGRESS_READ = 5;
const PROGRESS_TRAINED = 98;
const SWEPT_AT_ONCE = 1_000;

const sessions = defineCounter({
  name: 'training_sessions_total',
  help: 'Training sessions that a run has ended.',
  labels: ['outcome'],
});

interface Trained extends TrainedClassifier {
  /** All that were read, those out of scope included. */
  exampleCount: number;
  answers: Readonly<Record<string, string>>;
  durationMs: number;
}

@Injectable()
export class SessionRunning {
  private readonly logger = new Logger(SessionRunning.name);
  private readonly runs = new Map<string, SessionRun>();

  constructor(
    private readonly queries: RunningQueries,
    private readonly examples: ExamplesQueries,
    private readonly models: TrainingModels,
    private readonly comparisons: ModelComparisons,
    private readonly database: Database,
    private readonly jobs: JobQueue,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    notices: Notices,
  ) {
    notices.on(sessionCancelled, ({ sessionId }) => this.runs.get(sessionId)?.takeAway());
  }

  /**
   * Until the session is completed or has failed; returns at once when there is nothing to do.
   *
   * @throws what may pass, when the session waits for another run
   */
  async train(sessionId: string, stopping: AbortSignal): Promise<void> {
    const run = new SessionRun(sessionId, this.queries, this.clock, stopping);
    const session = await this.queries.claim(run.place);
    if (!session) return;
    this.runs.set(sessionId, run);
    run.start();
    try {
      if (session.runCount > MAX_RUNS) throw trainingErrors.cut_off();
      await this.complete(run, session, await this.trained(run, session));
    } catch (error) {
      await this.giveBack(run, session, error, stopping);
    } finally {
      run.stop();
      this.runs.delete(sessionId);
    }
  }

  /** Makes up for lost jobs and dead runs. */
  async sweep(): Promise<void> {
    for (;;) {
      const now = this.clock.now();
      const ids = await this.queries.reclaim(now, after(now, QUEUE_LEASE_MS), SWEPT_AT_ONCE);
      await this.jobs.enqueueAll(
        trainModel,
        ids.map((sessionId) => ({ sessionId })),
      );
      if (ids.length < SWEPT_AT_ONCE) return;
    }
  }

  private async trained(run: SessionRun, session: ClaimedSession): Promise<Trained> {
    const startedMs = this.clock.monotonicMs();
    const votes = new AnswerVotes();
    const { artefact, report, judgements } = await trainInThread({
      seed: session.config.seed,
      portions: this.portions(session, votes),
      signal: run.signal,
      onProgress: (percent, stage) => run.reach({ stage, progress: progressOf(percent) }),
    });
    if (artefact.byteLength > MAX_ARTEFACT_BYTES) throw trainingErrors.model_too_large();
    const answers = answersOf(await this.examples.outputsOf(votes.winners));
    const durationMs = this.clock.monotonicMs() - startedMs;
    return { artefact, report, judgements, answers, exampleCount: votes.exampleCount, durationMs };
  }

  private async *portions({ datasetIds }: ClaimedSession, votes: AnswerVotes) {
    for await (const examples of readExamples(this.examples, datasetIds)) {
      votes.add(examples);
      if (votes.intentCount > MAX_INTENTS) throw tooManyIntents();
      yield { texts: examples.map(({ input }) => input), intents: examples.map(({ intent }) => intent) };
    }
    // They were deleted after the session had begun.
    if (votes.exampleCount === 0) throw trainingErrors.no_examples();
  }

  private async complete(run: SessionRun, session: ClaimedSession, trained: Trained): Promise<void> {
    const { teamId, botId, id: sessionId, datasetId, datasetIds, config } = session;
    const { artefact, report, judgements, answers } = trained;
    run.signal.throwIfAborted();
    await this.database.transaction(async () => {
      const next = await this.models.nextVersion(teamId, botId);
      if (next === undefined) throw new TakenAwayError();
      const { version, activeVersion } = next;
      const candidate = { teamId, botId, activeVersion, judgements };
      const activation = await this.comparisons.decide(config.activation ?? DEFAULT_POLICY, candidate);
      const metrics = metricsOf(session, trained, version, activation);
      if (!(await this.queries.complete(run.place, metrics))) throw new TakenAwayError();
      const model = { botId, teamId, version, sessionId, datasetIds, artefact, report, judgements, metrics, answers };
      await this.models.add(model, { activate: activation.isActivated });
      const data = { botId, sessionId, datasetId, status: 'completed' as const, metrics };
      await this.outbox.add(trainingCompleted, { teamId, data });
    });
    sessions.with('completed').add();
  }

  private async fail(run: SessionRun, session: ClaimedSession, { code, message }: AppError): Promise<void> {
    const { teamId, botId, id: sessionId, datasetId } = session;
    const isFailed = await this.database.transaction(async () => {
      if (!(await this.queries.fail(run.place, { code, message }))) return false;
      const data = { botId, sessionId, datasetId, status: 'failed' as const, metrics: null };
      await this.outbox.add(trainingCompleted, { teamId, data });
      return true;
    });
    if (isFailed) sessions.with('failed').add();
  }

  /** What will not pass fails the session; after anything else it waits for another run, if it has not had enough. */
  private async giveBack(
    run: SessionRun,
    session: ClaimedSession,
    error: unknown,
    stopping: AbortSignal,
  ): Promise<void> {
    if (error instanceof TakenAwayError || run.signal.reason instanceof TakenAwayError) return;
    const { place } = run;
    if (stopping.aborted && !(stopping.reason instanceof AppError)) {
      await this.queries.release({ ...place, leaseUntil: place.now }, false);
      throw error;
    }
    const final = finalFailure(error, session, stopping);
    if (final) {
      if (final !== error) {
        this.logger.error({ message: 'A training was given up.', sessionId: session.id, err: error });
      }
      await this.fail(run, session, final);
      return;
    }
    const leaseUntil = after(place.now, BACKOFF_MS * 2 ** session.runCount + RUN_LEASE_MS);
    await this.queries.release({ ...place, leaseUntil }, true);
    throw error;
  }
}

function finalFailure(error: unknown, { runCount }: ClaimedSession, stopping: AbortSignal): AppError | undefined {
  // Its time is over, and another run would take as long.
  if (stopping.aborted) return trainingErrors.too_slow();
  if (error instanceof AppError && error.kind === 'invalid_input') return error;
  if (runCount > MAX_RUNS) return trainingErrors.cut_off();
  return runCount === MAX_RUNS ? trainingErrors.failed() : undefined;
}

function progressOf(percent: number): number {
  return Math.floor(PROGRESS_READ + ((PROGRESS_TRAINED - PROGRESS_READ) * percent) / 100);
}

function metricsOf(
  { datasetIds }: ClaimedSession,
  { report, exampleCount, durationMs }: Trained,
  version: number,
  activation: Activation,
): TrainingMetrics {
  const { intents, outOfScopeExamples, accuracy, macroF1, loss, calibrationError } = report;
  const figures = { examples: exampleCount, intents, outOfScopeExamples, accuracy, macroF1, loss, calibrationError };
  return { ...figures, durationMs, modelVersion: version, trainedFrom: datasetIds, activation };
}

function tooManyIntents(): AppError {
  const most = MAX_INTENTS.toLocaleString('en-US');
  return trainingErrors.too_many_intents({
    message:
      `The examples name more than ${most} intents, which a model cannot tell apart. Examples without an intent take ` +
      'their output for it: give those that mean the same the same intent.',
  });
}

/**
 * Teaches classifiers the questions of their bases, in the worker. The row is the truth: triggers count what has changed, a run
 * trains what the row wants under an id of its own, and a sweep finds what nobody sees to. Until a change is learned, the
 * words alone speak for the questions that have it (`question-advice`).
 */

import { Injectable, Logger } from '@nestjs/common';
import { defineDeadline } from '#infra/deadlines';
import { Notices } from '#infra/notices';
import { JobQueue } from '#infra/queue';
import { Clock, MINUTE_MS, newId, SECOND_MS } from '#kernel';
import { Pace } from '#providers/text-extraction';
import { writeClassifier } from './classifier/classifier-artefact';
import type { TaughtQuestion } from './classifier/classifier-parts';
import {
  MAX_CHARS_OF_AN_ANSWER,
  MAX_TAUGHT_PHRASINGS,
  trainQuestionClassifier,
} from './classifier/train-question-classifier';
import { type ClassifierRun, ClassifiersQueries } from './classifiers.queries';
import { TEACH_DELAY_MS, TRAINING_TIMEOUT_MS, trainClassifierJob } from './jobs/train-classifier.job';
import { questionsTaught } from './questions.notices';

/** Longer than any run may take. */
const RUN_LEASE_MS = TRAINING_TIMEOUT_MS + MINUTE_MS;
/** A job that has not begun for so long may be lost. */
const QUEUE_LEASE_MS = 30 * SECOND_MS;
const BACKOFF_MS = 10 * SECOND_MS;
/** As the statement has it. */
const MOST_DOUBLINGS = 10;
const SWEPT_AT_ONCE = 1_000;
const PAGE = 200;
/** While a base is written without a pause, its training takes at most this part of the time. */
const BUSY_SHARE = 0.2;
const LOWEST_ID = '00000000-0000-0000-0000-000000000000';

defineDeadline({
  table: 'question_classifier',
  column: 'lease_until',
  where: 'wanted_version > trained_version',
  longestMs: BACKOFF_MS * 2 ** MOST_DOUBLINGS,
});

@Injectable()
export class ClassifierTraining {
  private readonly logger = new Logger(ClassifierTraining.name);

  constructor(
    private readonly queries: ClassifiersQueries,
    private readonly jobs: JobQueue,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  /** The words of some of its questions have changed. Call it in their transaction. */
  async taught(baseId: string): Promise<void> {
    this.notices.publish(questionsTaught, { baseId });
    await this.jobs.enqueue(trainClassifierJob, { baseId }, { delayMs: TEACH_DELAY_MS });
  }

  /** Some of its questions are about to be taken away. Call it in their transaction, before their passages are. */
  async forgetting(baseId: string): Promise<void> {
    await this.queries.markChanged(baseId);
    await this.taught(baseId);
  }

  /** Until what is wanted now is trained; returns at once when there is nothing to do. */
  async train(baseId: string, signal: AbortSignal): Promise<void> {
    const now = this.clock.now();
    const run = { baseId, runId: newId() };
    const version = await this.queries.claim(run, now, new Date(now.getTime() + RUN_LEASE_MS));
    if (version === undefined) return;
    try {
      await this.complete(run, version, signal);
    } catch (error) {
      this.logger.warn({ message: 'The questions of a base could not be learned.', baseId, err: error });
      await this.queries.release(run, this.clock.now(), BACKOFF_MS);
      if (signal.aborted) throw error;
    }
  }

  /** Makes up for lost jobs and dead runs. */
  async sweep(): Promise<void> {
    for (;;) {
      const now = this.clock.now();
      const leaseUntil = new Date(now.getTime() + QUEUE_LEASE_MS);
      const baseIds = await this.queries.forgotten(now, leaseUntil, SWEPT_AT_ONCE);
      await this.jobs.enqueueAll(
        trainClassifierJob,
        baseIds.map((baseId) => ({ baseId })),
      );
      if (baseIds.length < SWEPT_AT_ONCE) return;
    }
  }

  private async complete(run: ClassifierRun, version: string, signal: AbortSignal): Promise<void> {
    const startedMs = this.clock.monotonicMs();
    const questions = await this.questionsOf(run.baseId, signal);
    const artefact =
      questions.length === 0 ? null : writeClassifier(await trainQuestionClassifier(questions, new Pace(signal)));
    signal.throwIfAborted();
    const isMoreWanted = await this.queries.complete(run, version, artefact);
    if (isMoreWanted === undefined) return;
    const { baseId } = run;
    this.notices.publish(questionsTaught, { baseId });
    if (!isMoreWanted) return;
    const delayMs = Math.max(TEACH_DELAY_MS, (this.clock.monotonicMs() - startedMs) / BUSY_SHARE);
    await this.jobs.enqueue(trainClassifierJob, { baseId }, { delayMs: Math.ceil(delayMs) });
  }

  private async questionsOf(baseId: string, signal: AbortSignal): Promise<TaughtQuestion[]> {
    const questions: TaughtQuestion[] = [];
    for (;;) {
      signal.throwIfAborted();
      const last = questions.at(-1)?.id ?? LOWEST_ID;
      const page = await this.queries.taught(baseId, last, MAX_CHARS_OF_AN_ANSWER, PAGE);
      questions.push(...page);
      if (page.length < PAGE || questions.length >= MAX_TAUGHT_PHRASINGS) return questions;
    }
  }
}

import type { z } from 'zod';

/**
 * A job is declared once, beside the domain that owns it, and exported through the domain's door. Payloads are ids and
 * small scalars: the row is the truth, and a handler run twice has the effect of one run.
 */
export interface JobDefinition<Payload> {
  /** `<domain>.<verb>-<noun>`, e.g. `documents.index-document`. */
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  /** Runs that may fail, the first included. */
  readonly attempts: number;
  /** Wait before the second run; it doubles with each further run. */
  readonly backoffMs: number;
  /** A run that takes longer counts as failed. */
  readonly timeoutMs: number;
  /** Jobs of one key that wait at the same time are one job. */
  readonly dedupeKey?: (payload: Payload) => string;
  /** Makes it a scheduled job with an empty payload, at every multiple of this time. */
  readonly everyMs?: number;
  /** Runs at the same time in one process; 10 unless said, 1 for a scheduled job. */
  readonly concurrency?: number;
}

/** A definition whose payload is not known here. */
export type AnyJob = Omit<JobDefinition<unknown>, 'dedupeKey'>;

/** Letters, digits and what all queues take in a name. */
const NAME = /^[a-z][a-z-]*\.[a-z][a-z-]*$/;
const declared = new Map<string, AnyJob>();

/** @throws Error when the name has another form than `<domain>.<verb>-<noun>`, or two jobs take one name. */
export function defineJob<Payload>(definition: JobDefinition<Payload>): JobDefinition<Payload> {
  const { name } = definition;
  if (!NAME.test(name)) throw new Error(`The job name "${name}" is not of the form <domain>.<verb>-<noun>.`);
  if (declared.has(name)) throw new Error(`Two jobs are called ${name}.`);
  declared.set(name, definition);
  return definition;
}

/** Every job that the loaded modules declare. */
export function declaredJobs(): readonly AnyJob[] {
  return [...declared.values()];
}

/** How many runs of the job one process has at the same time. */
export function concurrencyOf(job: AnyJob): number {
  return job.concurrency ?? (job.everyMs === undefined ? 10 : 1);
}

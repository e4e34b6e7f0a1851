import { applyDecorators, Injectable, SetMetadata } from '@nestjs/common';
import type { JobDefinition } from './job';

export const HANDLES_JOB = Symbol('handles job');

export interface JobRun {
  /** Counts from 1; a run that was cut off by the end of its process is not counted. */
  attempt: number;
  /** Aborted when the job's time is over or the process is asked to stop. */
  signal: AbortSignal;
}

/** A class that runs one job. Thin, like a controller: it calls one service method. */
export interface JobHandler<Payload> {
  run(payload: Payload, run: JobRun): Promise<void>;
  /** Called when the job is given up: the last attempt failed, or with an error that another run would not mend. */
  failed?(payload: Payload, error: unknown): Promise<void>;
}

/** Marks the class as the handler of `job`; the worker refuses to start when a declared job has no handler or two. */
export function HandlesJob<Payload>(job: JobDefinition<Payload>): ClassDecorator {
  return applyDecorators(Injectable(), SetMetadata(HANDLES_JOB, job));
}

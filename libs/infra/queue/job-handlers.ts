import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { type AnyJob, declaredJobs } from './job';
import { HANDLES_JOB, type JobHandler } from './job-handler';

export interface HandledJob {
  job: AnyJob;
  handler: JobHandler<unknown>;
}

/** Finds the handler of every declared job among the providers of the app. */
@Injectable()
export class JobHandlers {
  constructor(private readonly discovery: DiscoveryService) {}

  /** @throws Error naming each declared job that has no handler or more than one. */
  all(jobs: readonly AnyJob[] = declaredJobs()): HandledJob[] {
    const byJob = this.handlersByJob();
    const faults = jobs.flatMap((job) => faultOf(job, byJob.get(job) ?? []));
    if (faults.length > 0) throw new Error(faults.join(' '));
    return jobs.map((job) => ({ job, handler: byJob.get(job)![0]! }));
  }

  private handlersByJob(): Map<AnyJob, Array<JobHandler<unknown>>> {
    const found = new Map<AnyJob, Array<JobHandler<unknown>>>();
    for (const { metatype, instance } of this.discovery.getProviders()) {
      const job: AnyJob | undefined = metatype ? Reflect.getMetadata(HANDLES_JOB, metatype) : undefined;
      if (job) found.set(job, [...(found.get(job) ?? []), instance]);
    }
    return found;
  }
}

function faultOf(job: AnyJob, handlers: readonly object[]): string[] {
  if (handlers.length === 1) return [];
  if (handlers.length === 0) return [`The job ${job.name} has no handler.`];
  const names = handlers.map((handler) => handler.constructor.name).join(' and ');
  return [`The job ${job.name} has more than one handler: ${names}.`];
}

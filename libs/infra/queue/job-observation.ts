import { LogContext } from '#infra/logging';
import { defineHistogram } from '#infra/metrics';
import { type Span, withSpan } from '#infra/tracing';
import type { AnyJob } from './job';
import type { Delivery, Verdict } from './queue-driver';

const duration = defineHistogram({
  name: 'job_duration_seconds',
  help: 'How long runs of jobs took, by what became of them.',
  labels: ['job', 'outcome'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 600],
});

/** A reason that is the code of an AppError; others are sentences, which may carry words of users. */
const CODE = /^[a-z-]+\.[a-z_]+$/;

/** Runs a job in the log context and the trace of the request that put it, and measures the run. */
export function observeRun(job: AnyJob, delivery: Delivery, run: () => Promise<Verdict>): Promise<Verdict> {
  const { traceparent, traceId, ...origin } = delivery.origin;
  const work = async (span: Span) => {
    // A job that a request has woken is not called by whoever sent that request.
    const fields = {
      ...origin,
      traceId: span.traceId ?? traceId,
      jobId: delivery.id,
      job: job.name,
      caller: undefined,
    };
    const startedMs = performance.now();
    const verdict = await LogContext.run(fields, run);
    duration.with(job.name, verdict.kind).observe((performance.now() - startedMs) / 1_000);
    tell(span, verdict);
    return verdict;
  };
  const attributes = {
    'parley.job.name': job.name,
    'parley.job.id': delivery.id,
    'parley.job.attempt': delivery.attempt,
  };
  return withSpan(`job ${job.name}`, attributes, work, { kind: 'consumer', parent: traceparent });
}

function tell(span: Span, verdict: Verdict): void {
  span.set({ 'parley.job.outcome': verdict.kind });
  if ('reason' in verdict) span.fail(CODE.test(verdict.reason) ? verdict.reason : 'error');
}

import { z } from 'zod';
import { LogContext } from '#infra/logging';
import { renderMetrics } from '#infra/metrics';
import { currentTraceparent, startTracing, stopTracing, withSpan } from '#infra/tracing';
import { OtlpReceiver } from '#testing/tracing';
import { defineJob } from './job';
import { observeRun } from './job-observation';
import type { Delivery, Origin, Verdict } from './queue-driver';

const job = defineJob({
  name: 'test.observe-job',
  payload: z.object({}),
  attempts: 1,
  backoffMs: 1,
  timeoutMs: 1_000,
});

const deliveryOf = (origin: Origin): Delivery => ({
  id: 'message-1',
  payload: {},
  origin,
  attempt: 2,
  claimLost: new AbortController().signal,
});
const done = async (): Promise<Verdict> => ({ kind: 'done' });

test('a run is measured by its job and what became of it', async () => {
  await observeRun(job, deliveryOf({}), done);
  await observeRun(job, deliveryOf({}), async () => ({ kind: 'given-up', reason: 'x' }));
  const text = await renderMetrics();
  expect(text).toContain('parley_job_duration_seconds_count{job="test.observe-job",outcome="done"} 1');
  expect(text).toContain('parley_job_duration_seconds_count{job="test.observe-job",outcome="given-up"} 1');
});

test('the log lines of a run carry the request and the trace that put it', async () => {
  const origin = { requestId: 'req_1', traceId: '4bf92f3577b34da6a3ce929d0e0e4736' };
  let fields: unknown;
  await observeRun(job, deliveryOf(origin), () => {
    fields = { ...LogContext.fields() };
    return done();
  });
  expect(fields).toEqual({ ...origin, jobId: 'message-1', job: 'test.observe-job' });
});

describe('with tracing', () => {
  let receiver: OtlpReceiver;

  beforeEach(async () => {
    receiver = await OtlpReceiver.start();
    startTracing({ endpoint: receiver.endpoint, serviceName: 'test', sampleRatio: 1 });
  });

  afterEach(async () => {
    await stopTracing();
    await receiver.stop();
  });

  test('a run is a part of the trace of the request that put it', async () => {
    const origin = await withSpan('request', {}, async () => ({ traceparent: currentTraceparent() }));
    let seen: string | undefined;
    await observeRun(job, deliveryOf(origin), () => {
      seen = LogContext.fields().traceId;
      return done();
    });
    await stopTracing();
    const [request, run] = receiver.spans;
    expect(run).toMatchObject({
      name: 'job test.observe-job',
      kind: 5,
      traceId: request?.traceId,
      parentSpanId: request?.spanId,
      attributes: { 'parley.job.outcome': 'done', 'parley.job.id': 'message-1' },
    });
    expect(seen).toBe(request?.traceId);
  });

  test('a failed run tells the code of its error, and never a sentence', async () => {
    await observeRun(job, deliveryOf({}), async () => ({ kind: 'again', delayMs: 1, reason: 'mail.unavailable' }));
    await observeRun(job, deliveryOf({}), async () => ({ kind: 'given-up', reason: 'Error: words of a user' }));
    await stopTracing();
    expect(receiver.spans.map(({ statusCode, attributes }) => [statusCode, attributes['error.type']])).toEqual([
      [2, 'mail.unavailable'],
      [2, 'error'],
    ]);
  });
});

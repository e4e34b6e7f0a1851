import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Logger } from '@nestjs/common';
import { z } from 'zod';
import { LogContext } from '#infra/logging';
import { AppError } from '#kernel';
import { eventually } from '#testing';
import { defineJob } from './job';
import type { JobHandler, JobRun } from './job-handler';
import { JobRunner } from './job-runner';
import type { Delivery } from './queue-driver';

type Payload = { documentId: string };

const job = defineJob({
  name: 'test.job-runner',
  payload: z.object({ documentId: z.string() }),
  attempts: 3,
  backoffMs: 1_000,
  timeoutMs: 100,
});

const delivery = (over: Partial<Delivery> = {}): Delivery => ({
  id: 'message-1',
  payload: { documentId: 'd1' },
  origin: {},
  attempt: 1,
  claimLost: new AbortController().signal,
  ...over,
});

/** A handler that does `work` and remembers what it was told. */
function handlerOf(work: (payload: Payload, run: JobRun) => Promise<void>) {
  const told: unknown[] = [];
  const handler: JobHandler<Payload> = {
    run: work,
    failed: async (payload, error) => void told.push({ payload, error }),
  };
  return { handler: handler as JobHandler<unknown>, told };
}

const runner = (handler: JobHandler<unknown>, stopping = new AbortController().signal) =>
  new JobRunner(job, handler, stopping);

const untilAborted = (_payload: Payload, { signal }: JobRun) =>
  new Promise<void>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });

describe('a run of a job', () => {
  beforeAll(() => Logger.overrideLogger(false));

  test('that succeeds is done', async () => {
    const seen: unknown[] = [];
    const { handler } = handlerOf(async (payload, { attempt }) => void seen.push(payload, attempt));
    expect(await runner(handler).run(delivery({ attempt: 2 }))).toEqual({ kind: 'done' });
    expect(seen).toEqual([{ documentId: 'd1' }, 2]);
  });

  test('is logged with the id and name of the job and the request that put it', async () => {
    let fields: unknown;
    const { handler } = handlerOf(async () => {
      fields = LogContext.fields();
    });
    await runner(handler).run(delivery({ origin: { requestId: 'req_1' } }));
    expect(fields).toEqual({ jobId: 'message-1', job: 'test.job-runner', requestId: 'req_1' });
  });

  test('that fails in a way that may pass runs again', async () => {
    const { handler, told } = handlerOf(() =>
      Promise.reject(new AppError('llm.busy', 'unavailable', 'Busy.', { retryAfterMs: 5 })),
    );
    expect(await runner(handler).run(delivery())).toEqual({ kind: 'again', delayMs: 5, reason: 'llm.busy' });
    expect(told).toEqual([]);
  });

  test('that fails at the last attempt gives the job up and tells the handler', async () => {
    const error = new Error('broken');
    const { handler, told } = handlerOf(() => Promise.reject(error));
    expect(await runner(handler).run(delivery({ attempt: 3 }))).toMatchObject({ kind: 'given-up' });
    expect(told).toEqual([{ payload: { documentId: 'd1' }, error }]);
  });

  test.each(['invalid_input', 'not_found', 'forbidden', 'conflict'] as const)(
    'that meets %s gives the job up at once',
    async (kind) => {
      const { handler, told } = handlerOf(() => Promise.reject(new AppError('test.refused', kind, 'Refused.')));
      expect(await runner(handler).run(delivery())).toEqual({ kind: 'given-up', reason: 'test.refused' });
      expect(told).toHaveLength(1);
    },
  );

  test('is given up also when its failure cannot be noted', async () => {
    const handler: JobHandler<unknown> = {
      run: () => Promise.reject(new AppError('test.refused', 'conflict', 'Refused.')),
      failed: () => Promise.reject(new Error('no database')),
    };
    expect(await runner(handler).run(delivery())).toMatchObject({ kind: 'given-up' });
  });

  test('does not begin with a payload that its schema refuses', async () => {
    const { handler } = handlerOf(() => Promise.reject(new Error('must not run')));
    expect(await runner(handler).run(delivery({ payload: { documentId: 7 } }))).toEqual({
      kind: 'given-up',
      reason: 'queue.payload_refused',
    });
  });

  test('that takes too long is told so and counts as failed', async () => {
    const { handler } = handlerOf(untilAborted);
    expect(await runner(handler).run(delivery())).toMatchObject({ kind: 'again', reason: 'queue.run_timed_out' });
  });

  test('is forgotten when it has ended, though the process goes on', async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    const signals: WeakRef<AbortSignal>[] = [];
    const { handler } = handlerOf(async (_payload, { signal }) => {
      signals.push(new WeakRef(signal));
    });
    const stopping = new AbortController();
    for (let run = 0; run < 20; run++) await runner(handler, stopping.signal).run(delivery());
    await eventually(() => {
      collectGarbage();
      return signals.filter((signal) => signal.deref()).length <= 1;
    });
  });

  test('that hangs and hears nothing ends at its time limit', async () => {
    const { handler } = handlerOf(() => new Promise(() => undefined));
    expect(await runner(handler).run(delivery())).toMatchObject({ kind: 'again', reason: 'queue.run_timed_out' });
  });

  test('that is cut off because the process stops counts as not run', async () => {
    const stopping = new AbortController();
    const { handler } = handlerOf(untilAborted);
    const verdict = runner(handler, stopping.signal).run(delivery());
    stopping.abort(new Error('The process stops.'));
    expect(await verdict).toEqual({ kind: 'interrupted' });
  });

  test('whose message went to another worker ends', async () => {
    const claim = new AbortController();
    const { handler } = handlerOf(untilAborted);
    const verdict = runner(handler).run(delivery({ claimLost: claim.signal }));
    claim.abort(new Error('lapsed'));
    expect(await verdict).toEqual({ kind: 'interrupted' });
  });
});

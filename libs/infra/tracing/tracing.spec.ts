import { AppError } from '#kernel';
import { OtlpReceiver } from '#testing/tracing';
import { currentTraceparent, startSpan, withSpan } from './span';
import { startTracing, stopTracing } from './start-tracing';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const CALLER = `00-${TRACE}-00f067aa0ba902b7-01`;

describe('without a collector', () => {
  test('work runs as it stands, and there is no trace to continue', async () => {
    startTracing(undefined);
    await expect(withSpan('work', {}, async (span) => [span.traceId, currentTraceparent()])).resolves.toEqual([
      undefined,
      undefined,
    ]);
    await expect(withSpan('work', {}, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  });
});

describe('with a collector', () => {
  let receiver: OtlpReceiver;

  beforeEach(async () => {
    receiver = await OtlpReceiver.start();
  });

  afterEach(async () => {
    await stopTracing();
    await receiver.stop();
  });

  const start = (sampleRatio = 1) =>
    startTracing({ endpoint: receiver.endpoint, serviceName: 'parley-test', sampleRatio });

  test('spans arrive within one another, with the name of the service', async () => {
    start();
    await withSpan('outer', { a: 1, absent: undefined }, () => withSpan('inner', {}, async () => undefined));
    await stopTracing();
    const [inner, outer] = receiver.spans;
    expect(outer).toMatchObject({ name: 'outer', attributes: { a: 1 }, serviceName: 'parley-test' });
    expect(inner).toMatchObject({ name: 'inner', parentSpanId: outer!.spanId, traceId: outer!.traceId });
  });

  test('a caller goes on in its own trace, and its decision to sample holds', async () => {
    start(0);
    await withSpan('kept', {}, async () => undefined, { kind: 'server', parent: CALLER });
    await withSpan('dropped', {}, async () => undefined, { parent: CALLER.replace(/01$/, '00') });
    await withSpan('dropped', {}, async () => undefined);
    await stopTracing();
    expect(receiver.spans).toMatchObject([{ name: 'kept', kind: 2, traceId: TRACE, parentSpanId: '00f067aa0ba902b7' }]);
  });

  test.each(['', 'nonsense', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`, CALLER.replace(/^00/, 'ff')])(
    'a header %p begins a trace of its own',
    async (parent) => {
      start();
      const span = startSpan('work', {}, { parent });
      expect(span.traceId).toMatch(/^[0-9a-f]{32}$/);
      expect(span.traceId).not.toBe(TRACE);
      span.end();
    },
  );

  test('the trace is continued elsewhere by what currentTraceparent tells', async () => {
    start();
    const told = await withSpan('here', {}, async () => currentTraceparent());
    await withSpan('there', {}, async () => undefined, { parent: told });
    await stopTracing();
    const [here, there] = receiver.spans;
    expect(there).toMatchObject({ traceId: here!.traceId, parentSpanId: here!.spanId });
  });

  test('a failure is told by its code, never by its words', async () => {
    start();
    const secret = new AppError('llm.failed', 'unavailable', 'words of a user');
    await expect(withSpan('work', {}, () => Promise.reject(secret))).rejects.toBe(secret);
    await stopTracing();
    expect(receiver.spans[0]).toMatchObject({ statusCode: 2, attributes: { 'error.type': 'llm.failed' } });
    expect(JSON.stringify(receiver.spans)).not.toContain('words of a user');
  });

  test('what only belongs within a span makes none of its own', async () => {
    start();
    startSpan('poll', {}, { onlyWithin: true }).end();
    await stopTracing();
    expect(receiver.spans).toEqual([]);
  });

  test('that is away holds nothing up', async () => {
    const { endpoint } = receiver;
    await receiver.stop();
    startTracing({ endpoint, serviceName: 'parley-test', sampleRatio: 1 });
    await withSpan('lost', {}, async () => undefined);
    // The pauses between the exporter's attempts do not end by themselves then, nor does it.
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'performance', 'Date'] });
    const stopped = stopTracing();
    await jest.advanceTimersByTimeAsync(3_000);
    await stopped;
    jest.useRealTimers();
    receiver = await OtlpReceiver.start();
  });
});

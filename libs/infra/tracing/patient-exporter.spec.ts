import type { SpanExporter } from '@opentelemetry/sdk-trace-node';
import { PatientExporter } from './patient-exporter';

const FAILED = { code: 1, error: new Error('connect ECONNREFUSED') };

describe('a collector that is away', () => {
  test('costs one log line in half a minute, which counts what was lost', () => {
    let nowMs = 0;
    const lines: unknown[] = [];
    const away: SpanExporter = { export: (_spans, done) => done(FAILED), shutdown: () => Promise.resolve() };
    const exporter = new PatientExporter(away, { warn: (line: unknown) => lines.push(line) }, () => nowMs);
    const codes: number[] = [];
    const send = (spans: number) => exporter.export(Array(spans).fill({}), ({ code }) => codes.push(code));
    send(3);
    send(4);
    nowMs = 30_000;
    send(5);
    expect(lines).toEqual([
      { message: 'Traces could not be sent to the collector.', lostSpans: 3, reason: 'connect ECONNREFUSED' },
      { message: 'Traces could not be sent to the collector.', lostSpans: 9, reason: 'connect ECONNREFUSED' },
    ]);
    // The SDK is told nothing, else it would report each failure itself.
    expect(codes).toEqual([0, 0, 0]);
  });
});

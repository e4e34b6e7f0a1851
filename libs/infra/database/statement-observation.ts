import { defineHistogram } from '#infra/metrics';
import { isTracing, startSpan } from '#infra/tracing';

const duration = defineHistogram({
  name: 'database_query_duration_seconds',
  help: 'How long statements took, the wait for a connection included.',
  labels: ['outcome'],
  buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 30],
});
const done = duration.with('done');
const failed = duration.with('failed');

/** Measures a statement, and makes it a span of the trace that it is within, by its first word alone. */
export async function observeStatement<T>(sql: string, run: () => Promise<T>): Promise<T> {
  const span = isTracing() ? startSpan(...describe(sql)) : undefined;
  const startedMs = performance.now();
  try {
    const result = await run();
    done.observe((performance.now() - startedMs) / 1_000);
    return result;
  } catch (error) {
    failed.observe((performance.now() - startedMs) / 1_000);
    span?.fail(error);
    throw error;
  } finally {
    span?.end();
  }
}

/** OpenTelemetry's semantic conventions for databases; the texts of our statements are in the source. */
function describe(sql: string) {
  const operation = (/[a-z]+/i.exec(sql)?.[0] ?? 'statement').toUpperCase();
  const attributes = { 'db.system.name': 'postgresql', 'db.operation.name': operation };
  return [operation, attributes, { kind: 'client', onlyWithin: true }] as const;
}

import { defineCounter, defineHistogram } from '#infra/metrics';

const calls = defineCounter({
  name: 'integration_calls_total',
  help: 'Calls of integrations by kind and outcome (ok, failed).',
  labels: ['kind', 'outcome'],
});
const duration = defineHistogram({
  name: 'integration_call_duration_seconds',
  help: 'Of calls of integrations, whatever their outcome.',
  labels: ['kind'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300],
});

export function countCall(kind: string, outcome: 'ok' | 'failed', durationMs: number): void {
  calls.with(kind, outcome).add();
  duration.with(kind).observe(durationMs / 1_000);
}

import { defineCounter, defineHistogram } from '#infra/metrics';

const runs = defineCounter({
  name: 'plugin_runs_total',
  help: 'Calls of plugins by phase and outcome; skipped ones were not made.',
  labels: ['phase', 'outcome'],
});
const duration = defineHistogram({
  name: 'plugin_run_duration_seconds',
  help: 'Of calls of plugins that were made, whatever their outcome.',
  labels: ['phase'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
});

export function countRun(phase: string, outcome: string, durationMs: number): void {
  runs.with(phase, outcome).add();
  if (outcome !== 'skipped') duration.with(phase).observe(durationMs / 1_000);
}

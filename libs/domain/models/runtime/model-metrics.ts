import { boundedLabel, defineCounter, defineGauge, defineHistogram } from '#infra/metrics';
import type { ModelKind } from '../models.types';

/** `refused`: not made, because too many before it failed; `abandoned`: its caller did not want the end of it. */
export type CallOutcome = 'answered' | 'failed' | 'rejected' | 'abandoned' | 'refused';

/** Which model a measurement is of. `id` is empty for one that only this process knows. */
export interface MeasuredModel {
  kind: ModelKind;
  id: string;
  /** As the provider calls it. */
  model: string;
}

/** Teams register models of their own. */
export const MAX_MEASURED_MODELS = 50;
const boundedKey = boundedLabel(MAX_MEASURED_MODELS);

const calls = defineCounter({
  name: 'model_calls_total',
  help: 'Calls of external models by how they ended; refused ones were not made, because too many before had failed.',
  labels: ['kind', 'id', 'model', 'outcome'],
});
const duration = defineHistogram({
  name: 'model_call_duration_seconds',
  help: 'Of calls of external models, from beginning to end, whatever the end.',
  labels: ['kind'],
  buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 60, 120],
});

/** 0 closed, 1 half open, 2 open. */
export const circuitGauge = defineGauge({
  name: 'model_circuit_state',
  help: 'Of external models that this process calls: 0 calls pass, 1 one call is let through to see, 2 calls are refused.',
  labels: ['kind', 'id', 'model'],
});

export function countCall({ kind, id, model }: MeasuredModel, outcome: CallOutcome, tookMs: number): void {
  const isOther = boundedKey(`${id} ${model}`) === 'other';
  calls.with(kind, isOther ? 'other' : id, isOther ? 'other' : model, outcome).add();
  if (outcome !== 'refused') duration.with(kind).observe(tookMs / 1_000);
}

/** What a training thread and the process say to each other. Values that pass between them lose their classes. */
import type { TrainingReport, TrainingStage } from '#domain/classification';

export interface ThreadTask {
  seed: number | undefined;
}

export type ThreadOrder =
  /** Some of the examples, in their order; few enough that sending them holds up nobody. */
  { kind: 'examples'; texts: readonly string[]; intents: readonly string[] } | { kind: 'train' };

export type ThreadMessage =
  | { kind: 'progress'; percent: number; stage: TrainingStage }
  | { kind: 'trained'; artefact: Uint8Array<ArrayBuffer>; report: TrainingReport; judgements: Uint8Array };

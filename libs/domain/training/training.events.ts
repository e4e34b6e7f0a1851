import { defineEvent } from '#infra/events';
import type { TrainingMetrics } from './sessions/sessions.types';

export interface TrainingCompletedData {
  botId: string;
  sessionId: string;
  datasetId: string;
  status: 'completed' | 'failed' | 'cancelled';
  /** Null unless it was completed. */
  metrics: TrainingMetrics | null;
}

/** A session has ended, in whatever way. Not told of sessions that go with their bot. */
export const trainingCompleted = defineEvent<'training.completed', TrainingCompletedData>('training.completed');

import type { SessionConfig, TrainingSession as StoredSession } from '../sessions/sessions.types';
import type { TrainingSession } from './sessions.dto';

export function toSession(session: StoredSession): TrainingSession {
  const { id, botId, datasetId, config, status, stage, progress, metrics, error } = session;
  const { startedAt, completedAt, createdAt } = session;
  return {
    id,
    chatbotId: botId,
    datasetId,
    config: toConfig(config),
    status,
    stage,
    progress,
    metrics: metrics && { ...metrics },
    activation: metrics?.activation ? { ...metrics.activation } : null,
    error: error?.message ?? null,
    startedAt: startedAt?.toISOString() ?? null,
    completedAt: completedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}

function toConfig({ alsoDatasetIds, ...config }: SessionConfig) {
  return { ...config, ...(alsoDatasetIds ? { alsoDatasetIds: [...alsoDatasetIds] } : {}) };
}

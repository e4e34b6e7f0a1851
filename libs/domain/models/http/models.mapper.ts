import type { Model, ModelStatus } from '../models.types';
import type { ModelCondition, RegisteredModel } from './models.dto';

export function toRegisteredModel(model: Model, status: ModelStatus): RegisteredModel {
  const { teamId, settings, createdAt, updatedAt, ...rest } = model;
  const { apiVersion = null, dimensions = null, timeoutMs = null } = settings;
  return {
    ...rest,
    settings: { apiVersion, dimensions, timeoutMs },
    isPreset: teamId === null,
    status: toCondition(status),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

function toCondition({ since, pausedUntil, ...rest }: ModelStatus): ModelCondition {
  return { ...rest, since: since?.toISOString() ?? null, pausedUntil: pausedUntil?.toISOString() ?? null };
}

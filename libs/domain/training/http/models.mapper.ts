import { invalidInput } from '#kernel';
import type {
  IntentReading,
  TrainingModelDetails as StoredDetails,
  TrainingModel as StoredModel,
} from '../models/models.types';
import type { PredictedIntent, PredictIntents, TrainingModel, TrainingModelDetails } from './models.dto';

export function toModel({ botId, artefactBytes, metrics, createdAt, ...model }: StoredModel): TrainingModel {
  const { version, isActive, sessionId, datasetIds } = model;
  return {
    chatbotId: botId,
    version,
    isActive,
    sessionId,
    datasetIds,
    bytes: artefactBytes,
    metrics: { ...metrics },
    createdAt: createdAt.toISOString(),
  };
}

export function toModelDetails(model: StoredDetails): TrainingModelDetails {
  return { ...toModel(model), report: { ...model.report }, answers: { ...model.answers } };
}

/** @throws AppError `input.invalid` unless there is either a text or some */
export function textsOf({ text, texts }: PredictIntents): readonly string[] {
  if (text !== undefined && texts === undefined) return [text];
  if (texts !== undefined && text === undefined) return texts;
  const message = 'Send either text or texts.';
  throw invalidInput([{ field: 'text', message, ...(text === undefined ? { missing: true } : {}) }]);
}

export function toPrediction(text: string, reading: IntentReading): PredictedIntent {
  const { intent, confidence, inScope, ranking, answer, modelVersion } = reading;
  return { text, intent, confidence, inScope, ranking: [...ranking], answer, modelVersion };
}

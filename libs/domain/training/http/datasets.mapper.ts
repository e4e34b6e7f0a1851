import type { Dataset, Example } from '../datasets/datasets.types';
import type { TrainingDataset, TrainingExample } from './datasets.dto';

export function toDataset({ teamId: _, botId, examples, createdAt, updatedAt, ...dataset }: Dataset): TrainingDataset {
  return {
    ...dataset,
    chatbotId: botId,
    examples: examples.map(toExample),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

export function toExample({ metadata, ...example }: Example): TrainingExample {
  return metadata === null ? example : { ...example, metadata };
}

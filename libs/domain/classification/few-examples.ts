import type { TrainingRows } from './training-rows';

/** An intent, on average: with fewer, what is known beside the examples counts; with more, they know better. */
const ENOUGH_EXAMPLES = 30;

export function hasFewExamples({ texts, intents }: Pick<TrainingRows, 'texts' | 'intents'>): boolean {
  return texts.length < ENOUGH_EXAMPLES * intents.length;
}

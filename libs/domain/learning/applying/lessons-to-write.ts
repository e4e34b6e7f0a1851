/** What a lesson becomes where the bot finds it, or why it cannot become anything yet. */
import { ITEM_LIMITS, type NewItem } from '#domain/documents';
import type { LearningItem, LearningType } from '../learning.types';

export type Writing<Content> = { content: Content } | { reason: string };

export interface ExampleToWrite {
  input: string;
  output: string;
  intent: string | null;
  metadata: Record<string, unknown>;
}

export const BASE_NAMES: Partial<Record<LearningType, string>> = {
  query_response: 'Learned Responses',
  fallback_response: 'Learned Fallbacks',
};

export const DATASET_NAMES: Partial<Record<LearningType, string>> = {
  intent_pattern: 'Learned Intents',
  entity_pattern: 'Learned Entities',
};

/** Of users' words, how an intent is said. */
const MAX_INPUTS = 20;

/** Found by its question, which is its title. */
export function itemOf({ id, type, lesson }: LearningItem): Writing<NewItem> {
  const { query, response } = lesson;
  if (!response) return { reason: 'It has no response yet.' };
  if (!query) return { reason: 'It has no query that the response answers.' };
  const metadata = { learningId: id, learningType: type };
  const title = query.length <= ITEM_LIMITS.titleLength ? query : cut(query);
  const content = title === query ? response : `${query}\n\n${response}`;
  return { content: { title, content, metadata, sourceType: 'learning' } };
}

/**
 * An example for each way in which it is said.
 *
 * @param answers of intents, by name: what the others of their examples have as output, and what these must not vote down
 */
export function examplesOf(
  { id, type, lesson, examples }: LearningItem,
  answers: Readonly<Record<string, string>>,
): Writing<readonly ExampleToWrite[]> {
  const { intent, entity, pattern, query } = lesson;
  const label = type === 'intent_pattern' ? intent : entity?.type;
  if (!label) return { reason: type === 'intent_pattern' ? 'It names no intent.' : 'It names no entity.' };
  const said = [pattern, query, ...examples, ...(type === 'entity_pattern' ? [entity?.value] : [])];
  const inputs = [...new Set(said.flatMap((text) => text?.trim() || []))].slice(0, MAX_INPUTS);
  if (inputs.length === 0) return { reason: 'It has no pattern and no examples of how the intent is said.' };
  const metadata = { learningId: id, ...(entity ? { entity } : {}) };
  const named = type === 'intent_pattern' ? label : null;
  const output = (named && answers[named]) || label;
  return { content: inputs.map((input) => ({ input, output, intent: named, metadata })) };
}

function cut(query: string): string {
  return `${query.slice(0, ITEM_LIMITS.titleLength - 1).toWellFormed()}…`;
}

import { newId } from '#kernel';
import { DATASET_LIMITS, type NewExample } from './datasets.types';
import type { StoredExample } from './examples.queries';

/** A lower-case word, with hyphens or underscores or without, or any words joined by underscores: a name, not an answer. */
const LABEL = /^(?:\p{Ll}[\p{Ll}\p{N}]*(?:[-_][\p{Ll}\p{N}]+)*|[\p{L}\p{N}]+(?:_[\p{L}\p{N}]+)+|__\w+__)$/u;

/** The row of an example: its intent as it was said, or else the output that it asks for. */
export function newExample({ input, output, intent, metadata }: NewExample): StoredExample {
  const given = intentNamed(intent) || intentNamed(metadata?.intent);
  return {
    id: newId(),
    input,
    output,
    intent: given || intentNamed(output),
    isIntentGiven: given !== '',
    metadata: metadata ?? null,
  };
}

/** Whether people can be answered with the output of an example, or it only names the intent. */
export function isAnswer(output: string, intent: string, isIntentGiven: boolean): boolean {
  const text = output.trim();
  return text !== '' && !LABEL.test(text) && !(isIntentGiven && text === intent);
}

/** What a text is called as an intent; empty when it names none. */
export function intentNamed(value: unknown): string {
  return typeof value === 'string' ? cut(value.trim(), DATASET_LIMITS.intentLength).trim() : '';
}

/** In characters; none is cut in two. */
function cut(text: string, maxLength: number): string {
  return text.length <= maxLength
    ? text
    : [...text.slice(0, 2 * maxLength)].slice(0, maxLength).join('').toWellFormed();
}

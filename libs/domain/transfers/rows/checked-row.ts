/**
 * What a row says -> an item or a question, or why it is refused. Written by hand: classes of fields take 70 microseconds
 * for each, and a file has up to 200,000 rows, each of which is looked at twice.
 */
import { type BulkItem, ITEM_LIMITS } from '#domain/documents';
import { type BulkQuestion, QUESTION_LIMITS, type RelatedPrompt } from '#domain/questions';
import { faultIn } from '#infra/text-files';
import { IMPORT_LIMITS } from '../transfers.types';
import type { RowField, RowValues } from './row-fields';

export type CheckedRow = { key: string | null } & (
  | { type: 'item'; item: BulkItem }
  | { type: 'question'; question: BulkQuestion }
);

/** Why a row is refused: a sentence for people. */
export class RefusedRow extends Error {}

const TYPES: Readonly<Record<string, CheckedRow['type']>> = { item: 'item', question: 'question' };

/** @throws RefusedRow */
export function checkedRow(values: RowValues): CheckedRow {
  const type = typeOf(values);
  const key = optionalText(values, 'key', IMPORT_LIMITS.keyLength)?.trim() ?? null;
  if (type === 'item') return { type, key, item: { ...itemOf(values), key } };
  return { type, key, question: { ...questionOf(values), key } };
}

/** What it says, else what it looks like. */
function typeOf({ type, phrasings, answer, title, content }: RowValues): CheckedRow['type'] {
  if (type !== undefined) {
    const known = typeof type === 'string' ? TYPES[type.trim().toLowerCase()] : undefined;
    if (!known) throw new RefusedRow("type must be 'item' or 'question'.");
    return known;
  }
  if (phrasings !== undefined || answer !== undefined) return 'question';
  if (title !== undefined || content !== undefined) return 'item';
  throw new RefusedRow('It has neither title and content, as an item, nor question and answer.');
}

function itemOf(values: RowValues): BulkItem {
  const sourceType = optionalText(values, 'sourceType', ITEM_LIMITS.tagLength)?.trim();
  return {
    title: requiredText(values, 'title', ITEM_LIMITS.titleLength),
    content: requiredText(values, 'content', ITEM_LIMITS.contentLength),
    tags: textList(values, 'tags', { max: ITEM_LIMITS.tags, length: ITEM_LIMITS.tagLength }),
    metadata: metadataOf(values, ITEM_LIMITS.metadataBytes),
    language: languageOf(values),
    ...(sourceType ? { sourceType } : {}),
  };
}

function questionOf(values: RowValues): BulkQuestion {
  const { llmReply } = values;
  if (llmReply !== undefined && typeof llmReply !== 'boolean') throw new RefusedRow('llmReply must be true or false.');
  const phrasings = textList(values, 'phrasings', {
    max: QUESTION_LIMITS.phrasings,
    length: QUESTION_LIMITS.phrasingLength,
  });
  if (phrasings.length === 0) throw new RefusedRow('question is required.');
  return {
    name: optionalText(values, 'name', QUESTION_LIMITS.nameLength)?.trim() ?? null,
    phrasings,
    answer: requiredText(values, 'answer', QUESTION_LIMITS.answerLength),
    relatedPrompts: promptsOf(values),
    tags: textList(values, 'tags', { max: QUESTION_LIMITS.tags, length: QUESTION_LIMITS.tagLength }),
    metadata: metadataOf(values, QUESTION_LIMITS.metadataBytes),
    ...(llmReply === undefined ? {} : { llmReply }),
  };
}

function requiredText(values: RowValues, field: RowField, maxLength: number): string {
  const text = optionalText(values, field, maxLength);
  if (text === undefined) throw new RefusedRow(`${field} is required.`);
  return text;
}

/** A blank text says nothing. */
function optionalText(values: RowValues, field: RowField, maxLength: number): string | undefined {
  const { [field]: value } = values;
  if (value === undefined) return undefined;
  const text = textOf(value, field, maxLength);
  return text.trim() === '' ? undefined : text;
}

/** Numbers count as texts: a column of titles or keys may be one of numbers. */
function textOf(value: unknown, field: string, maxLength: number): string {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') throw new RefusedRow(`${field} must be a text.`);
  if (text.length > maxLength) {
    throw new RefusedRow(`${field} must have at most ${maxLength.toLocaleString('en-US')} characters.`);
  }
  refuseUnstorable(text, field);
  return text;
}

function textList(values: RowValues, field: 'phrasings' | 'tags', { max, length }: { max: number; length: number }) {
  const { [field]: value = [] } = values;
  if (!Array.isArray(value)) throw new RefusedRow(`${field} must be a list of texts.`);
  const texts = value.map((one) => textOf(one, field, length).trim()).filter((text) => text !== '');
  if (texts.length > max) throw new RefusedRow(`${field} must have at most ${max} texts.`);
  return texts;
}

function metadataOf({ metadata }: RowValues, maxBytes: number): Record<string, unknown> {
  if (metadata === undefined) return {};
  if (!isObject(metadata)) throw new RefusedRow('metadata must be a JSON object.');
  refuseUnstorable(metadata, 'metadata');
  if (Buffer.byteLength(JSON.stringify(metadata)) > maxBytes) {
    throw new RefusedRow(`metadata must have at most ${maxBytes.toLocaleString('en-US')} bytes as JSON.`);
  }
  return metadata;
}

function languageOf(values: RowValues): string | null {
  const language = optionalText(values, 'language', IMPORT_LIMITS.keyLength)?.trim().toLowerCase();
  if (language === undefined || /^[a-z]{2}$/.test(language)) return language ?? null;
  throw new RefusedRow('language must be a code of two letters (ISO 639-1).');
}

function promptsOf({ relatedPrompts }: RowValues): RelatedPrompt[] {
  if (relatedPrompts === undefined) return [];
  const { relatedPrompts: max, labelLength, promptLength } = QUESTION_LIMITS;
  if (!Array.isArray(relatedPrompts) || relatedPrompts.length > max) {
    throw new RefusedRow(`relatedPrompts must be a list of at most ${max}.`);
  }
  return relatedPrompts.map((one: unknown) => {
    if (!isObject(one)) throw new RefusedRow('relatedPrompts must have a label and a prompt each.');
    const { label, prompt } = one;
    return {
      label: textOf(label, 'label', labelLength),
      prompt: textOf(prompt, 'prompt', promptLength),
    };
  });
}

function refuseUnstorable(value: unknown, field: string): void {
  const fault = faultIn(value);
  if (fault) throw new RefusedRow(`${field} must ${fault}.`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * `/v1/embeddings`: vectors that are the same on every run, in which texts that have words in common are near each other.
 * Each word of a text adds a direction drawn from its hash; the sum has length 1. A model that does no more is found not to
 * tell answers from other texts; one that is given concepts knows the meaning of the calibration's texts as well.
 */
import { type Concepts, conceptVector } from '#providers/embeddings';
import { CALIBRATION_CONCEPTS } from '#testing/models';
import { invalid } from './provider-errors';
import type { ScriptedError } from './scripted-reply';

export interface EmbeddingsRequest {
  model: string;
  input: string | readonly string[] | readonly number[] | ReadonlyArray<readonly number[]>;
  dimensions?: number;
  encoding_format?: 'float' | 'base64';
}

const DEFAULT_DIMENSIONS = 384;
const DIRECTIONS_PER_WORD = 8;
/** FNV-1a, 32 bits. */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** @param concepts as of `conceptVector`, may be empty: texts may then be near that have no word in common */
export function embeddingsAnswer(request: EmbeddingsRequest, concepts?: Concepts): string | ScriptedError {
  const texts = textsOf(request.input);
  if (texts === undefined || texts.length === 0)
    return invalid("'input' must be a string or a list that is not empty.");
  const { dimensions = DEFAULT_DIMENSIONS, encoding_format: format, model } = request;
  if (!(Number.isInteger(dimensions) && dimensions > 0)) return invalid("'dimensions' must be at least 1.");
  const known = concepts && { ...CALIBRATION_CONCEPTS, ...concepts };
  const data = texts.map((text, index) => {
    const vector = known ? conceptVector(text, known, dimensions) : bagOfWords(text, dimensions);
    const embedding = format === 'base64' ? Buffer.from(vector.buffer).toString('base64') : [...vector];
    return { object: 'embedding', index, embedding };
  });
  const tokens = texts.reduce((sum, text) => sum + wordsOf(text).length, 0);
  return JSON.stringify({ object: 'list', data, model, usage: { prompt_tokens: tokens, total_tokens: tokens } });
}

/** Lists of numbers are texts in tokens; each number then counts as a word. */
function textsOf(input: EmbeddingsRequest['input']): string[] | undefined {
  if (typeof input === 'string') return [input];
  if (!Array.isArray(input)) return undefined;
  if (typeof input[0] === 'number') return [input.join(' ')];
  return input.map((one: string | readonly number[]) => (typeof one === 'string' ? one : one.join(' ')));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

export function bagOfWords(text: string, dimensions: number): Float32Array {
  const vector = new Float32Array(dimensions);
  for (const word of wordsOf(text)) {
    for (let round = 0; round < DIRECTIONS_PER_WORD; round++) {
      const hash = hashOf(`${round}${word}`);
      const at = hash % dimensions;
      vector[at] = (vector[at] ?? 0) + (hash & 0x10000 ? 1 : -1);
    }
  }
  const length = Math.hypot(...vector);
  return length === 0 ? vector.fill(1 / Math.sqrt(dimensions)) : vector.map((value) => value / length);
}

function hashOf(text: string): number {
  let hash = FNV_OFFSET;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, FNV_PRIME);
  return hash >>> 0;
}

/**
 * Checks conditions on metadata, which come from callers as they are. The form is that of Qdrant's filters (qdrant.tech,
 * documentation, concepts, filtering; read in November 2026), of which these parts are known:
 *
 *     filter    {must, must_not, should}, each a list of conditions or one condition
 *     condition {key, match: {value | any | except | text}}, {key, range: {gt, gte, lt, lte}}, {key, values_count: {same}},
 *               {is_empty: {key}}, {is_null: {key}}, {has_id: [...]}, {nested: {key, filter}}, a filter
 *
 * A key is a path through objects, `author.name`; where it meets a list, any element may fit (`author[].name` is the same).
 * Documents are what `has_id` names; `{has_source_type: ["file", ...]}`, which names their kinds, is an addition of ours. What
 * is meant to be a filter and is none is refused with the path of the fault.
 */
import { type FieldProblem, invalidInput } from '#kernel';

export type Scalar = string | number | boolean;

export type CheckedCondition =
  | { kind: 'all' | 'none' | 'some'; conditions: readonly CheckedCondition[] }
  | { kind: 'any' | 'except'; path: KeyPath; values: readonly Scalar[] }
  | { kind: 'text'; path: KeyPath; words: readonly string[] }
  | { kind: 'range' | 'count'; path: KeyPath; bounds: Bounds }
  | { kind: 'empty' | 'null'; path: KeyPath }
  | { kind: 'id'; ids: readonly string[] }
  | { kind: 'source_type'; types: readonly string[] }
  | { kind: 'nested'; path: KeyPath; condition: CheckedCondition };

export type KeyPath = readonly string[];
export type Bounds = Partial<Record<(typeof BOUNDS)[number], number | string>>;
type Fields = Record<string, unknown>;

export const FILTER_LIMITS = { conditions: 100, depth: 5, keyLength: 256, values: 1_000, textLength: 1_000 } as const;

const CLAUSES = { must: 'all', must_not: 'none', should: 'some' } as const;
const BOUNDS = ['gt', 'gte', 'lt', 'lte'] as const;
const MATCHES = ['value', 'any', 'except', 'text'] as const;
const FORMS =
  'a condition on a key (match, range or values_count), is_empty, is_null, has_id, has_source_type, nested, or a filter (must, must_not, should)';

/**
 * Undefined when there is nothing to fulfil.
 *
 * @param field what the caller calls the filter
 * @throws AppError `input.invalid`
 */
export function checkMetadataFilter(filter: unknown, field = 'metadata_filter'): CheckedCondition | undefined {
  if (filter === undefined || filter === null) return undefined;
  return new FilterCheck().filter(filter, field, 1);
}

class FilterCheck {
  private conditions = 0;

  filter(input: unknown, field: string, depth: number): CheckedCondition | undefined {
    if (depth > FILTER_LIMITS.depth) refuse(field, `must not be nested deeper than ${FILTER_LIMITS.depth} filters`);
    const fields = objectOf(input, field, 'an object with must, must_not or should');
    const unknown = Object.keys(fields).find((name) => !(name in CLAUSES));
    if (unknown !== undefined) refuse(`${field}.${unknown}`, 'is unknown; a filter has must, must_not and should');
    const clauses = Object.entries(CLAUSES).flatMap(([name, kind]) => {
      const conditions = this.clause(fields[name], `${field}.${name}`, depth);
      return conditions.length === 0 ? [] : [{ kind, conditions }];
    });
    return clauses.length > 1 ? { kind: 'all', conditions: clauses } : clauses[0];
  }

  private clause(input: unknown, field: string, depth: number): CheckedCondition[] {
    if (input === undefined || input === null) return [];
    const list = Array.isArray(input) ? input : [input];
    const paths = list.map((_, at) => (Array.isArray(input) ? `${field}.${at}` : field));
    return list.flatMap((one, at) => this.condition(one, paths[at] as string, depth) ?? []);
  }

  private condition(input: unknown, field: string, depth: number): CheckedCondition | undefined {
    if (++this.conditions > FILTER_LIMITS.conditions) {
      refuse(field, `must be one of at most ${FILTER_LIMITS.conditions} conditions`);
    }
    const fields = objectOf(input, field, FORMS);
    const names = Object.keys(fields);
    if (names.length > 0 && names.every((name) => name in CLAUSES)) return this.filter(fields, field, depth + 1);
    if ('key' in fields) return keyCondition(fields, field);
    if (names.length !== 1) refuse(field, `must be ${FORMS}`);
    if ('has_id' in fields) return { kind: 'id', ids: textsOf(fields.has_id, `${field}.has_id`) };
    if ('has_source_type' in fields) {
      return { kind: 'source_type', types: textsOf(fields.has_source_type, `${field}.has_source_type`) };
    }
    if ('is_empty' in fields) return { kind: 'empty', path: keyOf(fields.is_empty, `${field}.is_empty`) };
    if ('is_null' in fields) return { kind: 'null', path: keyOf(fields.is_null, `${field}.is_null`) };
    if ('nested' in fields) return this.nested(fields.nested, `${field}.nested`, depth);
    return refuse(field, `must be ${FORMS}`);
  }

  private nested(input: unknown, field: string, depth: number): CheckedCondition | undefined {
    const path = keyOf(input, field);
    const { filter } = objectOf(input, field, 'an object with key and filter');
    const condition = this.filter(filter, `${field}.filter`, depth + 1);
    return condition && { kind: 'nested', path, condition };
  }
}

function keyCondition(fields: Fields, field: string): CheckedCondition {
  const path = keyOf(fields, field);
  const { key: _, ...tests } = fields;
  const [test, ...others] = Object.keys(tests);
  if (test === 'match' && others.length === 0) return matchOf(path, tests.match, `${field}.match`);
  if (test === 'range' && others.length === 0) {
    return { kind: 'range', path, bounds: boundsOf(tests.range, `${field}.range`, ['number', 'string']) };
  }
  if (test === 'values_count' && others.length === 0) {
    return { kind: 'count', path, bounds: boundsOf(tests.values_count, `${field}.values_count`, ['number']) };
  }
  return refuse(field, 'must have exactly one of match, range and values_count beside its key');
}

function matchOf(path: KeyPath, input: unknown, field: string): CheckedCondition {
  const fields = objectOf(input, field, `an object with one of ${MATCHES.join(', ')}`);
  const [name, ...others] = Object.keys(fields);
  const value = fields[name ?? ''];
  if (others.length > 0) refuse(field, `must have exactly one of ${MATCHES.join(', ')}`);
  if (name === 'value') return { kind: 'any', path, values: [scalarOf(value, `${field}.value`)] };
  if (name === 'any' || name === 'except') return { kind: name, path, values: scalarsOf(value, `${field}.${name}`) };
  if (name === 'text') return { kind: 'text', path, words: wordsOf(value, `${field}.text`) };
  return refuse(field, `must have exactly one of ${MATCHES.join(', ')}`);
}

function keyOf(input: unknown, field: string): KeyPath {
  const { key } = objectOf(input, field, 'an object with a key');
  const { keyLength } = FILTER_LIMITS;
  if (isStorable(key) && key.length <= keyLength) {
    const path = key.split('.').map((name) => name.replace(/\[\]$/, ''));
    if (path.every((name) => name !== '')) return path;
  }
  return refuse(`${field}.key`, `must be a path such as author.name, of 1 to ${keyLength} characters`);
}

function boundsOf(input: unknown, field: string, types: readonly string[]): Bounds {
  const fields = objectOf(input, field, `an object with ${BOUNDS.join(', ')}`);
  const given = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
  for (const [name, value] of given) {
    if (!BOUNDS.some((bound) => bound === name)) refuse(`${field}.${name}`, `is unknown; use ${BOUNDS.join(', ')}`);
    if (!types.includes(typeof value) || !(isStorable(value) || Number.isFinite(value))) {
      refuse(`${field}.${name}`, types.includes('string') ? 'must be a number, or a date as text' : 'must be a number');
    }
  }
  if (given.length === 0) refuse(field, `must have at least one of ${BOUNDS.join(', ')}`);
  return Object.fromEntries(given) as Bounds;
}

function textsOf(input: unknown, field: string): string[] {
  return scalarsOf(input, field).map(String);
}

function wordsOf(input: unknown, field: string): string[] {
  const { textLength } = FILTER_LIMITS;
  if (isStorable(input) && input.length <= textLength) {
    const words = input.split(/\s+/).filter(Boolean);
    if (words.length > 0) return words;
  }
  return refuse(field, `must be a text of 1 to ${textLength} characters`);
}

function scalarsOf(input: unknown, field: string): Scalar[] {
  if (!Array.isArray(input) || input.length > FILTER_LIMITS.values) {
    return refuse(field, `must be a list of at most ${FILTER_LIMITS.values} texts, numbers or booleans`);
  }
  return input.map((value, at) => scalarOf(value, `${field}.${at}`));
}

function scalarOf(input: unknown, field: string): Scalar {
  const isScalar = isStorable(input) || typeof input === 'boolean' || Number.isFinite(input);
  return isScalar ? (input as Scalar) : refuse(field, 'must be a text, a number or a boolean');
}

function objectOf(input: unknown, field: string, form: string): Fields {
  const isObject = typeof input === 'object' && input !== null && !Array.isArray(input);
  return isObject ? (input as Fields) : refuse(field, `must be ${form}`);
}

/** What PostgreSQL refuses in its values no metadata can hold either. */
function isStorable(input: unknown): input is string {
  return typeof input === 'string' && input.isWellFormed() && !input.includes('\0');
}

function refuse(field: string, rule: string): never {
  const problem: FieldProblem = { field, message: `${field} ${rule}.` };
  throw invalidInput([problem]);
}

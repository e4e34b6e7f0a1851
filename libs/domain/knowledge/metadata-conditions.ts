/**
 * A checked filter -> a condition in SQL. Values are looked up by SQL/JSON paths in lax mode, which go through lists by
 * themselves. Paths and values are parameters, never text of the statement.
 */
import { isUuid } from '#kernel';
import type { Bounds, CheckedCondition, KeyPath } from './metadata-filter';

/** Adds a parameter to the statement and gives its name, `$7`. */
export type AddParameter = (value: unknown) => string;

interface Place {
  /** An expression of type jsonb, never null. */
  metadata: string;
  documentId: string;
  sourceType: string;
}

const COMPARED = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

/** Never null, whatever the metadata are. */
export function metadataCondition(condition: CheckedCondition, place: Place, add: AddParameter): string {
  const { metadata, documentId, sourceType } = place;
  const exists = (path: string, values: object = {}) =>
    `(jsonb_path_exists(${metadata}, ${add(path)}::jsonpath, ${add(JSON.stringify(values))}::jsonb, true) is true)`;
  switch (condition.kind) {
    case 'all':
    case 'some':
    case 'none':
      return joined(condition, place, add);
    case 'any':
      return exists(`${valuesAt(condition.path)} ? (@ == $values[*])`, { values: condition.values });
    case 'except':
      // Values of different types do not compare, which is neither true nor false.
      return exists(`${valuesAt(condition.path)} ? (!(@ == $values[*]) || (@ == $values[*]) is unknown)`, {
        values: condition.values,
      });
    case 'text':
      return exists(`${valuesAt(condition.path)} ? (${condition.words.map(isContained).join(' && ')})`);
    case 'range':
      return exists(`${valuesAt(condition.path)} ? (${comparedWith(condition.bounds)})`, condition.bounds);
    case 'empty':
      return `(not ${exists(`${valuesAt(condition.path)} ? (@ != null)`)})`;
    case 'null':
      return exists(`${valuesAt(condition.path)} ? (@ == null)`);
    case 'count': {
      const count = `(select count(*) from jsonb_path_query(${metadata}, ${add(valuesAt(condition.path))}::jsonpath))`;
      const tests = Object.entries(condition.bounds).map(
        ([name, bound]) => `${count} ${COMPARED[name as keyof Bounds]} ${add(bound)}::float8`,
      );
      return `(${tests.join(' and ')})`;
    }
    case 'id':
      return `(${documentId} = any (${add(condition.ids.filter(isUuid))}::uuid[]))`;
    case 'source_type':
      return `(${sourceType} = any (${add(condition.types)}::text[]))`;
    case 'nested': {
      const elements = `jsonb_path_query(${metadata}, ${add(valuesAt(condition.path))}::jsonpath) as element`;
      const inElement = metadataCondition(condition.condition, { ...place, metadata: 'element' }, add);
      return `(exists (select 1 from ${elements} where ${inElement}))`;
    }
  }
}

function joined(
  { kind, conditions }: Extract<CheckedCondition, { conditions: unknown }>,
  place: Place,
  add: AddParameter,
): string {
  const all = conditions.map((one) => metadataCondition(one, place, add)).join(kind === 'all' ? ' and ' : ' or ');
  return kind === 'none' ? `(not (${all}))` : `(${all})`;
}

/** All values under a key; a JSON text is a valid name and a valid literal in a path. */
function valuesAt(path: KeyPath): string {
  return `$${path.map((name) => `.${JSON.stringify(name)}`).join('')}[*]`;
}

/** Whatever the case; `q` takes the text as it stands. */
function isContained(word: string): string {
  return `@ like_regex ${JSON.stringify(word)} flag "qi"`;
}

function comparedWith(bounds: Bounds): string {
  return Object.keys(bounds)
    .map((name) => `@ ${COMPARED[name as keyof Bounds]} $${name}`)
    .join(' && ');
}

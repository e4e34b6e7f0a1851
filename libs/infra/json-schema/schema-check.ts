/**
 * Whether a JSON Schema of somebody else may be evaluated here. A schema is a program: references that refer to each other
 * make it run for ever or for exponential time, and a regular expression may. What passes costs, for any value, at most the
 * value's size times `MAX_COST`.
 *
 * - `$ref` may point into the schema itself only, and may not come back to where it began: recursive schemas are refused. With
 *   every reference written out, the schema has `MAX_COST` nodes at most.
 * - A `pattern` is refused unless it is simple (`isSimplePattern`); the evaluator applies it to short texts only.
 */
import { isSimplePattern } from './simple-pattern';

export type JsonSchema = Readonly<Record<string, unknown>>;

export interface SchemaLimits {
  /** Of the schema as JSON. */
  maxBytes?: number;
}

/** More than any tool of flesh and blood asks for. */
const DEFAULT_MAX_BYTES = 32_768;
const MAX_COST = 2_000;
/** Of the schema itself; it is walked recursively. */
const MAX_DEPTH = 32;

/** Their names would be looked up elsewhere, or change what a reference means. */
const REFUSED_KEYWORDS = [
  '$dynamicRef',
  '$dynamicAnchor',
  '$recursiveRef',
  '$recursiveAnchor',
  '$anchor',
  '$vocabulary',
];
/** Values of these are data, not schemas. */
const DATA_KEYWORDS = new Set(['const', 'default', 'enum', 'examples', 'required', 'type']);
/** Their fields have names of any kind, and schemas. */
const MAPS = new Set(['properties', 'patternProperties', 'dependentSchemas']);
/** Only what refers to them costs. */
const DEFINITIONS = new Set(['$defs', 'definitions']);

/** What is wrong with the schema, to follow "must"; undefined when it may be evaluated. */
export function schemaFault(schema: unknown, { maxBytes = DEFAULT_MAX_BYTES }: SchemaLimits = {}): string | undefined {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return 'be a JSON Schema object';
  if (Buffer.byteLength(JSON.stringify(schema)) > maxBytes)
    return `be at most ${maxBytes.toLocaleString('en-US')} bytes long`;
  try {
    new Walk(schema as JsonSchema).cost(schema, 0);
    return undefined;
  } catch (fault) {
    if (fault instanceof SchemaFault) return fault.message;
    throw fault;
  }
}

class SchemaFault extends Error {}

class Walk {
  private readonly costs = new Map<string, number>();
  private readonly open = new Set<string>();

  constructor(private readonly root: JsonSchema) {}

  /** Nodes, with references written out. @throws SchemaFault */
  cost(node: unknown, depth: number): number {
    if (depth > MAX_DEPTH) throw new SchemaFault(`be nested at most ${MAX_DEPTH} deep`);
    if (typeof node !== 'object' || node === null) return 1;
    if (Array.isArray(node)) return this.bounded(this.sum(node, depth));
    const costs = Object.entries(node).map(([keyword, value]) => this.keywordCost(keyword, value, depth));
    return this.bounded(costs.reduce((sum, cost) => sum + cost, 1));
  }

  private bounded(cost: number): number {
    if (cost > MAX_COST) throw new SchemaFault(`have at most ${MAX_COST} parts with its references written out`);
    return cost;
  }

  private keywordCost(keyword: string, value: unknown, depth: number): number {
    if (REFUSED_KEYWORDS.includes(keyword)) throw new SchemaFault(`not use ${keyword}`);
    if (keyword === '$id' && depth > 0) throw new SchemaFault('not use $id within itself');
    if (keyword === '$ref') return this.referenceCost(value);
    if (keyword === 'pattern' && typeof value === 'string') requireSimple(value);
    if (keyword === 'patternProperties' && typeof value === 'object') Object.keys(value ?? {}).forEach(requireSimple);
    if (DEFINITIONS.has(keyword) || DATA_KEYWORDS.has(keyword)) return sizeOfData(value, depth);
    if (MAPS.has(keyword) && typeof value === 'object' && value !== null) return this.sum(Object.values(value), depth);
    return this.cost(value, depth + 1);
  }

  private sum(schemas: readonly unknown[], depth: number): number {
    return schemas.reduce<number>((sum, schema) => sum + this.cost(schema, depth + 1), 1);
  }

  private referenceCost(reference: unknown): number {
    if (typeof reference !== 'string' || !/^#(\/[^%]*)?$/.test(reference))
      throw new SchemaFault('refer only to parts of itself, such as #/$defs/name');
    const known = this.costs.get(reference);
    if (known !== undefined) return known;
    if (this.open.has(reference)) throw new SchemaFault('not be recursive');
    this.open.add(reference);
    const cost = this.cost(this.resolve(reference), 0);
    this.open.delete(reference);
    this.costs.set(reference, cost);
    return cost;
  }

  /** A JSON pointer (RFC 6901) as the fragment of a URL. */
  private resolve(reference: string): unknown {
    let node: unknown = this.root;
    for (const part of reference.slice(2).split('/').filter(Boolean)) {
      const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
      const isThere = typeof node === 'object' && node !== null && Object.hasOwn(node, name);
      if (!isThere) throw new SchemaFault(`have what it refers to: ${reference.slice(0, 100)} is missing`);
      node = (node as Record<string, unknown>)[name];
    }
    return node;
  }
}

function requireSimple(pattern: string): void {
  if (!isSimplePattern(pattern))
    throw new SchemaFault(
      'have simple regular expressions only: at most 200 characters, no group that is repeated, no look-around, no ' +
        'back reference, and at most two of *, + and {n,}',
    );
}

/** Long lists of values are compared one by one; definitions cost where they are used. */
function sizeOfData(value: unknown, depth: number): number {
  if (depth > MAX_DEPTH) throw new SchemaFault(`be nested at most ${MAX_DEPTH} deep`);
  return Array.isArray(value) ? 1 + value.length : 1;
}

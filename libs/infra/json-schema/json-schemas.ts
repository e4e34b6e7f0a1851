/**
 * Checks values against JSON Schemas of people whom nobody trusts, with ajv (draft 2020-12). Formats are not checked: schemas
 * say them for people and models. What a schema may be stands in `schema-check`.
 */
import { createHash } from 'node:crypto';
import { type JsonSchema, schemaFault } from './schema-check';
import { MAX_MATCHED_TEXT } from './simple-pattern';

/** `unknown`: the schema cannot be evaluated here. */
export type SchemaVerdict =
  | { outcome: 'fits' }
  /** `field`: path within the value, as `address.city`; empty when it is the value itself. */
  | { outcome: 'unfit'; field: string; message: string }
  | { outcome: 'unknown'; message: string };

/** Of values, as JSON; their size times the cost of a schema is the work. */
const MAX_VALUE_BYTES = 65_536;
const MAX_COMPILED = 500;
const MAX_MESSAGE = 300;

interface Problem {
  instancePath: string;
  keyword: string;
  message?: string;
  params: Record<string, unknown>;
}

type Validate = ((value: unknown) => boolean) & { errors?: Problem[] | null };

/** Give one to a process: it remembers what it has compiled. */
export class JsonSchemas {
  private readonly compiled = new Map<string, Validate | string>();

  /** @param schema one that `schemaFault` finds nothing wrong with; of others the verdict is `unknown` */
  async check(schema: JsonSchema, value: unknown): Promise<SchemaVerdict> {
    const validate = await this.validatorOf(schema);
    if (typeof validate === 'string') return { outcome: 'unknown', message: validate };
    if (Buffer.byteLength(JSON.stringify(value) ?? '') > MAX_VALUE_BYTES)
      return { outcome: 'unfit', field: '', message: `must be at most ${MAX_VALUE_BYTES} bytes as JSON` };
    if (validate(value)) return { outcome: 'fits' };
    return { outcome: 'unfit', ...described(validate.errors?.[0]) };
  }

  /** Why the schema cannot be evaluated here, to follow "must"; undefined when it can. */
  async faultOf(schema: unknown): Promise<string | undefined> {
    const fault = schemaFault(schema);
    if (fault !== undefined) return fault;
    const validate = await this.validatorOf(schema as JsonSchema);
    return typeof validate === 'string' ? validate : undefined;
  }

  private async validatorOf(schema: JsonSchema): Promise<Validate | string> {
    const text = JSON.stringify(schema);
    const key = createHash('sha256').update(text).digest('base64');
    const known = this.compiled.get(key) ?? (await compile(schema));
    this.compiled.delete(key);
    this.compiled.set(key, known);
    for (const oldest of this.compiled.keys()) {
      if (this.compiled.size <= MAX_COMPILED) break;
      this.compiled.delete(oldest);
    }
    return known;
  }
}

async function compile(schema: JsonSchema): Promise<Validate | string> {
  const fault = schemaFault(schema);
  if (fault !== undefined) return fault;
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  // One for each schema, so that none can refer to what another has brought.
  const ajv = new Ajv2020({
    strict: false,
    validateFormats: false,
    logger: false,
    ownProperties: true,
    addUsedSchema: false,
    code: { regExp: Object.assign(boundedPattern, { code: 'boundedPattern' }) },
  });
  try {
    // Which draft it calls itself by says little: tools of all drafts look alike.
    const { $schema: _, $id: __, ...rest } = schema;
    return ajv.compile(rest) as Validate;
  } catch {
    return 'be a JSON Schema of draft 2020-12';
  }
}

/** Long texts do not match: a pattern is for names and numbers. */
function boundedPattern(pattern: string, flags: string) {
  const expression = new RegExp(pattern, flags);
  return { test: (text: string) => text.length <= MAX_MATCHED_TEXT && expression.test(text) };
}

function described(problem: Problem | undefined): { field: string; message: string } {
  if (problem === undefined) return { field: '', message: 'must be another value' };
  const { instancePath, keyword, message = 'must be another value', params } = problem;
  const path = instancePath
    .slice(1)
    .split('/')
    .filter(Boolean)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (keyword === 'required') return { field: [...path, params.missingProperty].join('.'), message: 'must be given' };
  if (keyword === 'additionalProperties')
    return { field: [...path, params.additionalProperty].join('.'), message: 'must be left out' };
  const values = keyword === 'enum' ? `: ${JSON.stringify(params.allowedValues)}` : '';
  return { field: path.join('.'), message: `${message}${values}`.slice(0, MAX_MESSAGE) };
}

import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy, ValidateIf, ValidateNested } from 'class-validator';

/**
 * One decorator per wire field carries its rule and its OpenAPI text. A field has exactly one constraint of
 * class-validator, named `FIELD_RULE`, so that a refusal is one sentence: "<path> must be <rule>."
 */
export const FIELD_RULE = 'fieldRule';

export interface FieldOptions<Value = unknown> {
  /** May be absent. */
  optional?: boolean;
  /** May be null: in updates absent leaves a value as it is and null clears it. */
  nullable?: boolean;
  example?: unknown;
  /** For the docs; the class sets the value itself. */
  default?: unknown;
  /** Completes "must be", instead of the sentence made from the limits. */
  rule?: string;
  /** One more condition; `rule` should mention it. */
  check?: (value: Value) => boolean;
}

/** How the text of a query parameter is read before it is checked. */
export type QueryReading = 'text' | 'number' | 'boolean' | 'list';

type ClassOf = () => new () => object;

export interface FieldKind<Value> {
  accepts(value: unknown): value is Value;
  /** Completes "must be". */
  rule: string;
  /** OpenAPI schema of a value. */
  schema: Record<string, unknown>;
  query?: QueryReading;
  /** Puts another value in the place of one that was given. */
  replace?: (value: unknown) => unknown;
  /** The class of the object, or of each object of the list. */
  nested?: ClassOf;
}

/** What the input pipe knows of a field. */
export interface FieldRecord {
  query: QueryReading;
  replace: ((value: unknown) => unknown) | undefined;
  nested: ClassOf | undefined;
  /** OpenAPI schema of the field with its description; `required` says whether it must be there. */
  documentation: Readonly<Record<string, unknown>>;
  /** The same decorator again, with `optional` set. */
  asOptional: () => PropertyDecorator;
}

const DECLARED = new WeakMap<object, Map<string, FieldRecord>>();
const COLLECTED = new WeakMap<object, ReadonlyMap<string, FieldRecord>>();

/** The fields of a class and of those it extends, by name. */
export function fieldsOf(type: { prototype: object }): ReadonlyMap<string, FieldRecord> {
  const known = COLLECTED.get(type);
  if (known) return known;
  const fields = new Map<string, FieldRecord>();
  for (let prototype = type.prototype; prototype; prototype = Object.getPrototypeOf(prototype)) {
    for (const [name, record] of DECLARED.get(prototype) ?? []) if (!fields.has(name)) fields.set(name, record);
  }
  COLLECTED.set(type, fields);
  return fields;
}

/** What every field decorator is made of. `again` makes the same decorator, but optional. */
export function field<Value>(
  description: string,
  options: FieldOptions<Value>,
  kind: FieldKind<Value>,
  again: () => PropertyDecorator,
): PropertyDecorator {
  const { check } = options;
  const rule = options.rule ?? kind.rule;
  const documented = documentation(description, options as FieldOptions, kind);
  const constraint = ValidateBy({
    name: FIELD_RULE,
    validator: {
      validate: (value: unknown) => kind.accepts(value) && (check === undefined || check(value)),
      defaultMessage: () => rule,
    },
  });
  const decorate = applyDecorators(
    ApiProperty(documented),
    constraint,
    ...(options.optional || options.nullable ? [ValidateIf(presence(options as FieldOptions))] : []),
    ...(kind.nested ? [ValidateNested()] : []),
  ) as PropertyDecorator;
  return (prototype, name) => {
    const { query = 'text', replace, nested } = kind;
    declare(prototype, String(name), { query, replace, nested, documentation: documented, asOptional: again });
    decorate(prototype, name);
  };
}

function declare(prototype: object, name: string, record: FieldRecord): void {
  const fields = DECLARED.get(prototype) ?? new Map<string, FieldRecord>();
  DECLARED.set(prototype, fields.set(name, record));
}

/** Whether there is something to check; class-validator's own `IsOptional` would let null pass everywhere. */
function presence({ optional, nullable }: FieldOptions): (holder: object, value: unknown) => boolean {
  return (_holder, value) => !(optional && value === undefined) && !(nullable && value === null);
}

function documentation(description: string, options: FieldOptions, { schema }: FieldKind<unknown>) {
  return {
    ...schema,
    description,
    required: options.optional !== true,
    ...(options.nullable ? { nullable: true } : {}),
    ...(options.example === undefined ? {} : { example: options.example }),
    ...(options.default === undefined ? {} : { default: options.default }),
  };
}

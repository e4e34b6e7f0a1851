import { type FieldOptions, field } from './field';
import { range, within } from './ranges';

type JsonObject = Record<string, unknown>;
type ClassOf = () => new () => object;

export interface ObjectOptions extends FieldOptions<JsonObject> {
  /** Of the object as JSON. */
  maxBytes?: number;
}

const DEFAULT_MAX_OBJECT_BYTES = 65_536;

/** A free JSON object, kept as it is. */
export function ObjectField(description: string, options: ObjectOptions = {}): PropertyDecorator {
  const { maxBytes = DEFAULT_MAX_OBJECT_BYTES } = options;
  return field(
    description,
    options,
    {
      accepts: (value): value is JsonObject =>
        isJsonObject(value) && Buffer.byteLength(JSON.stringify(value)) <= maxBytes,
      rule: `an object of at most ${maxBytes.toLocaleString('en-US')} bytes as JSON`,
      schema: { type: 'object', additionalProperties: true },
    },
    () => ObjectField(description, { ...options, optional: true }),
  );
}

/** The generator takes the declared type of the property unless there is another word for it; see `openapi31.ts`. */
export const ANY_VALUE = 'x-any-value';

export interface AnyOptions extends FieldOptions {
  /** OpenAPI schema, for what no other field can say; `check` has to hold it. */
  schema?: JsonObject;
}

/** Any JSON value. */
export function AnyField(description: string, options: AnyOptions = {}): PropertyDecorator {
  const { schema = { [ANY_VALUE]: true } } = options;
  return field(
    description,
    options,
    { accepts: (value): value is unknown => value !== undefined, rule: 'any JSON value', schema },
    () => AnyField(description, { ...options, optional: true }),
  );
}

/**
 * An object whose fields have rules of their own. Swagger knows a function that gives a class from a class by its name,
 * which must be `type`.
 */
export function NestedField(
  description: string,
  classOf: ClassOf,
  options: FieldOptions<JsonObject> = {},
): PropertyDecorator {
  return field(
    description,
    options,
    {
      accepts: isJsonObject,
      rule: 'an object',
      schema: { type: () => classOf() },
      nested: classOf,
    },
    () => NestedField(description, classOf, { ...options, optional: true }),
  );
}

export interface NestedListOptions extends FieldOptions<JsonObject[]> {
  minItems?: number;
  maxItems?: number;
}

const DEFAULT_MAX_ITEMS = 1_000;

/** A list of objects whose fields have rules of their own. */
export function NestedListField(
  description: string,
  classOf: ClassOf,
  options: NestedListOptions = {},
): PropertyDecorator {
  const { minItems = 0, maxItems = DEFAULT_MAX_ITEMS } = options;
  return field(
    description,
    options,
    {
      accepts: (value): value is JsonObject[] =>
        Array.isArray(value) && within(value.length, minItems, maxItems) && value.every(isJsonObject),
      rule: `a list of ${range(minItems, maxItems, 'object')}`,
      schema: {
        type: () => classOf(),
        isArray: true,
        ...(options.minItems === undefined ? {} : { minItems }),
        ...(options.maxItems === undefined ? {} : { maxItems }),
      },
      nested: classOf,
    },
    () => NestedListField(description, classOf, { ...options, optional: true }),
  );
}

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { fieldsOf } from './field';

type JsonSchema = Record<string, unknown>;
type WireClass = new () => object;

/** What the generator of OpenAPI knows of a field; see `documentation` of `field`. */
interface Documented extends JsonSchema {
  type?: unknown;
  isArray?: boolean;
  required?: boolean;
  nullable?: boolean;
  enum?: readonly unknown[];
  minItems?: number;
  maxItems?: number;
}

/**
 * The JSON Schema (draft 2020-12) of what a class of fields accepts or gives, with nothing to be looked up elsewhere: for
 * protocols that hand schemas to models. Fields that are not declared are not excluded, as `InputPipe` drops them.
 */
export function jsonSchemaOf(type: WireClass): JsonSchema & { type: 'object' } {
  const properties: Record<string, JsonSchema> = {};
  const required: string[] = [];
  for (const [name, { nested, documentation }] of fieldsOf(type)) {
    properties[name] = schemaOf(documentation, nested?.());
    if (documentation.required === true) required.push(name);
  }
  return { type: 'object', properties, ...(required.length > 0 ? { required } : {}) };
}

function schemaOf({ required: _, nullable, example, ...field }: Documented, nested: WireClass | undefined): JsonSchema {
  const schema = nested ? nestedSchema(field, jsonSchemaOf(nested)) : field;
  const shown = example === undefined ? schema : { ...schema, examples: [example] };
  return nullable ? orNull(shown) : shown;
}

function nestedSchema({ type: _, isArray, ...field }: Documented, schema: JsonSchema): Documented {
  return isArray ? { ...field, type: 'array', items: schema } : { ...field, ...schema };
}

function orNull({ type, ...schema }: Documented): JsonSchema {
  const choices = schema.enum ? { enum: [...schema.enum, null] } : {};
  return type === undefined ? schema : { ...schema, ...choices, type: [type, 'null'] };
}

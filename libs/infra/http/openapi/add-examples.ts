/**
 * Gives every body an example, made from those of its fields and, where a field has none, from its type and description. They
 * stand once among the components, named as the schemas they belong to.
 */
import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsIn, type Schema } from './schemas-in';

const SCHEMAS = '#/components/schemas/';
const EXAMPLE_TIME = '2030-01-31T12:00:00.000Z';
export const EXAMPLE_UUID = '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b';

const BY_FORMAT: Readonly<Record<string, string>> = {
  'date-time': EXAMPLE_TIME,
  date: EXAMPLE_TIME.slice(0, 10),
  email: 'mia@example.com',
  uri: 'https://example.com/help',
  uuid: EXAMPLE_UUID,
  binary: 'The bytes of the file.',
};

type Schemas = Readonly<Record<string, Schema>>;

interface Media {
  schema?: Schema;
  example?: unknown;
  examples?: Record<string, unknown>;
}

/** Changes the document, whose schemas have names. */
export function addExamples(document: OpenAPIObject): void {
  const schemas = (document.components?.schemas ?? {}) as Schemas;
  const examples: Record<string, { value: unknown }> = {};
  for (const { requestBody, responses = {} } of operationsIn(document)) {
    for (const answer of [requestBody, ...Object.values(responses)]) {
      for (const [type, media] of Object.entries((answer?.content ?? {}) as Record<string, Media>)) {
        const name = media.schema?.$ref?.slice(SCHEMAS.length);
        if (name === undefined || media.example !== undefined || type === 'text/event-stream') continue;
        const part = answer === requestBody ? 'given' : 'all';
        examples[name] ??= { value: exampleOf({ $ref: SCHEMAS + name }, schemas, part) };
        media.examples = { [name]: { $ref: `#/components/examples/${name}` } };
      }
    }
  }
  document.components = { ...document.components, examples };
}

/**
 * @param part `given`: of objects only what is required, or has an example of its own; fields of requests exclude each other.
 * @param above schemas that it stands in; what contains itself is told once
 */
export function exampleOf(
  schema: Schema,
  schemas: Schemas,
  part: 'given' | 'all',
  above: readonly string[] = [],
): unknown {
  const stated = [schema.example, schema.const, schema.default].find((value) => value !== undefined && value !== null);
  if (stated !== undefined) return stated;
  if (schema.$ref !== undefined) {
    const name = schema.$ref.slice(SCHEMAS.length);
    return exampleOf(schemas[name] ?? {}, schemas, part, [...above, name]);
  }
  const choice = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].find((member) => !contains(member, above));
  if (choice) return exampleOf(choice, schemas, part, above);
  if (schema.enum) return schema.enum[0];
  if (schema.properties) return objectOf(schema, schemas, part, above);
  return simple(schema, (item) => (contains(item, above) ? [] : [exampleOf(item, schemas, part, above)]));
}

function objectOf(
  { properties = {}, required = [] }: Schema,
  schemas: Schemas,
  part: 'given' | 'all',
  above: readonly string[],
): unknown {
  const isTold = (property: Schema) =>
    property.example !== undefined || (part === 'all' && !contains(property, above) && !isAnything(property));
  const told = Object.entries(properties).filter(([name, property]) => required.includes(name) || isTold(property));
  return Object.fromEntries(told.map(([name, property]) => [name, exampleOf(property, schemas, part, above)]));
}

function simple(schema: Schema, listOf: (item: Schema) => unknown[]): unknown {
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  switch (type) {
    case 'string':
      return textOf(schema);
    case 'integer':
    case 'number':
      return type === 'number' && schema.maximum === 1 ? 0.9 : Math.max(schema.minimum ?? 0, 1);
    case 'boolean':
      return true;
    case 'array':
      return Array.from({ length: Math.max(schema.minItems ?? 0, 1) }, () => listOf(schema.items ?? {})).flat();
    default:
      return {};
  }
}

/** What it is, in the words of its description. */
function textOf({ format, description = 'Text', minLength = 0, maxLength = 60 }: Schema): string {
  const known = format === undefined ? undefined : BY_FORMAT[format];
  if (known !== undefined) return known;
  const [words = ''] = description.replaceAll('`', '').split(/[.;:,(\n]/);
  return words.slice(0, maxLength).padEnd(minLength, '.');
}

function isAnything({ description: _, ...schema }: Schema): boolean {
  return Object.keys(schema).length === 0;
}

function contains(schema: Schema, above: readonly string[]): boolean {
  const inner = schema.$ref ?? schema.items?.$ref;
  return inner !== undefined && above.includes(inner.slice(SCHEMAS.length));
}

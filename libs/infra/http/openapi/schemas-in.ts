import type { OpenAPIObject } from '@nestjs/swagger';
import { capitalised } from './operation-id';

/** A JSON Schema as it stands in a document. */
export interface Schema {
  $ref?: string;
  title?: string;
  description?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  example?: unknown;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  discriminator?: { propertyName: string; mapping?: Record<string, string> };
}

export interface FoundSchema {
  schema: Schema;
  /** Made from where it stands: `ChatbotStatus` for the field `status` of `Chatbot`. */
  name: string;
  /** The field or parameter that it describes, if it is one. */
  field?: string;
  /** Whether it stands among the document's schemas. */
  isComponent: boolean;
  isParameter?: boolean;
}

interface Content {
  content?: Record<string, { schema?: Schema }>;
}

interface Operation {
  operationId?: string;
  tags?: string[];
  parameters?: Array<{ name: string; schema?: Schema }>;
  requestBody?: Content;
  responses?: Record<string, Content>;
}

const METHODS = new Set(['get', 'put', 'post', 'delete', 'patch', 'head', 'options']);

/** The operations of all paths and webhooks. */
export function operationsIn({ paths, webhooks = {} }: OpenAPIObject): Operation[] {
  const items = [...Object.values(paths), ...Object.values(webhooks)];
  return items.flatMap((item) =>
    Object.entries(item as Record<string, Operation>).flatMap(([method, operation]) =>
      METHODS.has(method) ? [operation] : [],
    ),
  );
}

/** Every schema of a document, those inside of others before these. */
export function* schemasIn(document: OpenAPIObject): Generator<FoundSchema> {
  for (const [name, schema] of Object.entries((document.components?.schemas ?? {}) as Record<string, Schema>)) {
    yield* within(schema, name);
    yield { schema, name, isComponent: true };
  }
  for (const { operationId = '', tags = [], parameters = [], requestBody, responses = {} } of operationsIn(document)) {
    for (const { name, schema } of parameters) {
      if (!schema) continue;
      const place = pascal(singular(tags[0] ?? '')) + pascal(name);
      for (const found of all(schema, place, name)) yield { ...found, isParameter: true };
    }
    for (const content of [requestBody, ...Object.values(responses)]) {
      const suffix = content === requestBody ? 'Body' : 'Answer';
      for (const { schema } of Object.values(content?.content ?? {})) {
        if (schema) yield* all(schema, capitalised(operationId) + suffix);
      }
    }
  }
}

function* all(schema: Schema, name: string, field?: string): Generator<FoundSchema> {
  yield* within(schema, name, field);
  yield { schema, name, isComponent: false, ...(field === undefined ? {} : { field }) };
}

function* within(schema: Schema, place: string, field?: string): Generator<FoundSchema> {
  const name = schema.title ?? place;
  for (const [inner, property] of Object.entries(schema.properties ?? {}))
    yield* all(property, name + pascal(inner), inner);
  if (schema.items) yield* all(schema.items, singular(name), field === undefined ? undefined : singular(field));
  if (typeof schema.additionalProperties === 'object') yield* all(schema.additionalProperties, `${name}Entry`, field);
  for (const member of [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])]) {
    yield* all(member, name, field);
  }
}

function singular(name: string): string {
  return name.replace(/ies$/, 'y').replace(/(?<!ic|s|u|i)s$/, '');
}

function pascal(text: string): string {
  return text
    .split(/[^A-Za-z0-9]+/)
    .map(capitalised)
    .join('');
}

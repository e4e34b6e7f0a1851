/**
 * OpenAPI 3.0 as the generator writes it, in the words of 3.1, which alone has `webhooks`: in 3.1 a schema is JSON Schema
 * 2020-12 and knows no `nullable` (https://spec.openapis.org/oas/v3.1.1.html, section 4.8.24).
 */
import type { OpenAPIObject } from '@nestjs/swagger';

export const OPENAPI_VERSION = '3.1.1';

import { ANY_VALUE } from '../fields/object-fields';

type Json = Record<string, unknown>;

export function inOpenApi31(document: OpenAPIObject): OpenAPIObject {
  return { ...(rewritten(document) as OpenAPIObject), openapi: OPENAPI_VERSION };
}

function rewritten(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(rewritten);
  if (typeof node !== 'object' || node === null) return node;
  const copy = Object.fromEntries(
    // An example is a value of the API, not a part of its description.
    Object.entries(node).map(([name, value]) => [name, name === 'example' ? value : rewritten(value)]),
  );
  if (copy[ANY_VALUE] === true) return withoutType(copy);
  return copy.nullable === true && isSchema(copy) ? nullableSchema(copy) : withPlainReference(copy);
}

function withoutType({ [ANY_VALUE]: _, type: _type, nullable: _nullable, ...schema }: Json): Json {
  return schema;
}

/** In 3.1 a reference may have a description beside it. */
function withPlainReference(node: Json): Json {
  const { allOf, ...others } = node;
  if (!Array.isArray(allOf) || allOf.length !== 1) return node;
  return { ...others, ...(allOf[0] as Json) };
}

/** A field may be called `nullable`; then what stands under the name is a schema. */
function isSchema(node: Json): boolean {
  return typeof node.nullable === 'boolean';
}

function nullableSchema({ nullable: _, type, allOf, ...schema }: Json): Json {
  if (Array.isArray(allOf)) return { ...schema, anyOf: [...allOf, { type: 'null' }] };
  if (Array.isArray(schema.anyOf)) return { ...schema, anyOf: [...schema.anyOf, { type: 'null' }] };
  if (Array.isArray(schema.oneOf)) return { ...schema, oneOf: [...schema.oneOf, { type: 'null' }] };
  const nullAmongChoices = Array.isArray(schema.enum) ? { enum: [...schema.enum, null] } : {};
  return type === undefined ? { ...schema } : { ...schema, ...nullAmongChoices, type: [type, 'null'] };
}

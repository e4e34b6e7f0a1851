/**
 * Every object and every enumeration of a document stands under a name among its schemas: generators make a type of each, and
 * invent names for what has none. The name is the `title`, or made from where it stands; that of an enumeration without one is
 * the shortest that the fields (or else parameters) with its values suggest (`ChatbotStatus` rather than `UpdateChatbotStatus`).
 */

import { isDeepStrictEqual } from 'node:util';
import type { OpenAPIObject } from '@nestjs/swagger';
import { type FoundSchema, type Schema, schemasIn } from './schemas-in';

const PREFIX = '#/components/schemas/';

type Schemas = Record<string, Schema>;

/** Changes the document. @throws Error when two different schemas claim one name */
export function nameSchemas(document: OpenAPIObject): void {
  const schemas: Schemas = Object.fromEntries(
    Object.entries((document.components?.schemas ?? {}) as Schemas).map(([name, schema]) => [schemaName(name), schema]),
  );
  if (Object.keys(schemas).length < Object.keys(document.components?.schemas ?? {}).length) {
    throw new Error('Two schemas have one name, less Dto or Body.');
  }
  document.components = {
    ...document.components,
    schemas: schemas as Required<OpenAPIObject>['components']['schemas'],
  };
  for (const { schema } of schemasIn(document)) {
    if (schema.$ref?.startsWith(PREFIX)) schema.$ref = PREFIX + schemaName(schema.$ref.slice(PREFIX.length));
    nameConstant(schema);
  }
  nameEnumerations(document, schemas);
  for (const found of schemasIn(document)) if (!found.isComponent && isNameable(found.schema)) hoist(found, schemas);
}

/** Suffixes keep classes apart from those of the domain; on the wire there is nothing to keep apart. */
export function schemaName(className: string): string {
  return className.replace(/(?:Dto|Body)$/, '');
}

function isNameable({ title, properties }: Schema): boolean {
  return title !== undefined || properties !== undefined;
}

/** Leaves a reference to it, with what is said of this use of it. */
function hoist({ schema, name }: FoundSchema, schemas: Schemas): void {
  const { title = name, ...moved } = schema;
  for (const key of Object.keys(schema)) delete schema[key as keyof Schema];
  schema.$ref = PREFIX + title;
  claim(title, moved, schemas);
}

function claim(name: string, schema: Schema, schemas: Schemas): void {
  if (schemas[name] && !isDeepStrictEqual(schemas[name], schema)) {
    throw new Error(`Two different schemas are called ${name}.`);
  }
  schemas[name] = schema;
}

/** One value is no choice. */
function nameConstant(schema: Schema): void {
  if (schema.enum?.length !== 1) return;
  schema.const = schema.enum[0];
  delete schema.enum;
}

interface Enumeration {
  values: unknown[];
  type: string;
  uses: FoundSchema[];
}

function nameEnumerations(document: OpenAPIObject, schemas: Schemas): void {
  const enumerations = new Map<string, Enumeration>();
  for (const found of schemasIn(document)) {
    if (!found.schema.enum) continue;
    const values = found.schema.enum.filter((value) => value !== null);
    const key = JSON.stringify([found.field, values]);
    const known = enumerations.get(key) ?? { values, type: typeof values[0], uses: [] };
    enumerations.set(key, { ...known, uses: [...known.uses, found] });
  }
  for (const { values, type, uses } of enumerations.values()) {
    const schema: Schema = { type, enum: values };
    const title = uses.find(({ schema: { title } }) => title !== undefined)?.schema.title;
    const name = title ?? nameOf(uses, schemas);
    claim(name, schema, schemas);
    for (const { schema } of uses) refer(schema, name);
  }
}

function nameOf(uses: readonly FoundSchema[], schemas: Schemas): string {
  const fields = uses.filter(({ isParameter }) => !isParameter);
  const suggested = (fields.length > 0 ? fields : uses).map(({ name }) => name);
  const free = suggested.filter((name) => !(name in schemas));
  const [shortest] = free.sort((one, other) => one.length - other.length || (one < other ? -1 : 1));
  if (shortest === undefined) throw new Error(`The choice needs a name other than ${suggested.join(', ')}.`);
  return shortest;
}

function refer(schema: Schema, name: string): void {
  const reference: Schema = { $ref: PREFIX + name };
  const isNullable = schema.enum?.includes(null);
  delete schema.enum;
  delete schema.type;
  delete schema.title;
  Object.assign(schema, isNullable ? { anyOf: [reference, { type: 'null' }] } : reference);
}

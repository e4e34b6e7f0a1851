import type { OpenAPIObject } from '@nestjs/swagger';
import { ABOUT } from './about';
import { capitalised } from './operation-id';
import { operationsIn } from './schemas-in';

export interface NamedDocument {
  name: string;
  document: OpenAPIObject;
}

interface OperationNames {
  operationId?: string;
  tags?: string[];
}

type Components = Record<string, Record<string, unknown> | undefined>;

/** Parts of every dialect that have a name of their own in each; headers are the same in all. */
const PREFIXED = ['schemas', 'responses', 'examples'];

/**
 * All dialects in one document. Names that only one dialect knows, of components, credentials, operations and tags, get the
 * dialect's name in front, since `Error` is another thing in each.
 */
export function uniteOpenApi(parts: readonly NamedDocument[], title: string): OpenAPIObject {
  const [first] = parts;
  if (!first) throw new Error('There is no document to unite.');
  const prefixed = parts.map(prefixNames);
  const { version } = first.document.info;
  return {
    openapi: first.document.openapi,
    info: { title, version, description: 'Every API that this server speaks.', ...ABOUT },
    servers: first.document.servers ?? [],
    tags: prefixed.flatMap(({ tags = [] }) => tags),
    paths: Object.assign({}, ...prefixed.map((document) => document.paths)) as OpenAPIObject['paths'],
    ...webhooksOf(prefixed),
    components: unitedComponents(prefixed.map(({ components = {} }) => components as Components)),
  };
}

function unitedComponents(all: readonly Components[]): NonNullable<OpenAPIObject['components']> {
  const kinds = [...PREFIXED, 'headers', 'securitySchemes'];
  return Object.fromEntries(kinds.map((kind) => [kind, Object.assign({}, ...all.map((one) => one[kind]))]));
}

function webhooksOf(documents: readonly OpenAPIObject[]): Pick<OpenAPIObject, 'webhooks'> {
  const webhooks = Object.assign({}, ...documents.map((document) => document.webhooks)) as OpenAPIObject['webhooks'];
  return Object.keys(webhooks ?? {}).length > 0 ? { webhooks } : {};
}

function prefixNames({ name, document }: NamedDocument): OpenAPIObject {
  const prefix = capitalised(name);
  const references = new RegExp(`"#/components/(${PREFIXED.join('|')})/`, 'g');
  const copy = JSON.parse(JSON.stringify(document).replace(references, `"#/components/$1/${prefix}`)) as OpenAPIObject;
  for (const operation of operationsIn(copy)) prefixOperation(operation, name);
  for (const tag of copy.tags ?? []) tag.name = tagName(name, tag.name);
  copy.webhooks = renameKeys(copy.webhooks, (event) => `${name}: ${event}`);
  const components = (copy.components ?? {}) as Components;
  for (const kind of PREFIXED) components[kind] = renameKeys(components[kind], (key) => prefix + key);
  components.securitySchemes = renameKeys(components.securitySchemes, (key) => schemeName(name, key));
  return copy;
}

function prefixOperation(
  operation: OperationNames & { security?: Array<Record<string, string[]>> },
  name: string,
): void {
  if (operation.operationId) operation.operationId = name + capitalised(operation.operationId);
  if (operation.tags) operation.tags = operation.tags.map((tag) => tagName(name, tag));
  if (operation.security) {
    operation.security = operation.security.map((scheme) => renameKeys(scheme, (key) => schemeName(name, key)) ?? {});
  }
}

function tagName(dialect: string, tag: string): string {
  return `${dialect}: ${tag}`;
}

function schemeName(dialect: string, scheme: string): string {
  return dialect + capitalised(scheme);
}

function renameKeys<Value>(
  record: Record<string, Value> | undefined,
  rename: (key: string) => string,
): Record<string, Value> | undefined {
  return record && Object.fromEntries(Object.entries(record).map(([key, value]) => [rename(key), value]));
}

import type { OpenAPIObject } from '@nestjs/swagger';
import { capitalised } from './operation-id';

export interface NamedDocument {
  name: string;
  document: OpenAPIObject;
}

interface OperationNames {
  operationId?: string;
  tags?: string[];
}

/**
 * All dialects in one document. Names that only one dialect knows, of schemas, credentials, operations and tags, get the
 * dialect's name in front, since `Error` is another thing in each.
 */
export function uniteOpenApi(parts: readonly NamedDocument[], title: string): OpenAPIObject {
  const [first] = parts;
  if (!first) throw new Error('There is no document to unite.');
  const prefixed = parts.map(prefixNames);
  return {
    openapi: first.document.openapi,
    info: { title, version: first.document.info.version, description: 'Every API that this server speaks.' },
    servers: first.document.servers ?? [],
    tags: [],
    paths: Object.assign({}, ...prefixed.map((document) => document.paths)) as OpenAPIObject['paths'],
    ...webhooksOf(prefixed),
    components: {
      schemas: Object.assign({}, ...prefixed.map((document) => document.components?.schemas)),
      securitySchemes: Object.assign({}, ...prefixed.map((document) => document.components?.securitySchemes)),
    },
  };
}

function webhooksOf(documents: readonly OpenAPIObject[]): Pick<OpenAPIObject, 'webhooks'> {
  const webhooks = Object.assign({}, ...documents.map((document) => document.webhooks)) as OpenAPIObject['webhooks'];
  return Object.keys(webhooks ?? {}).length > 0 ? { webhooks } : {};
}

function prefixNames({ name, document }: NamedDocument): OpenAPIObject {
  const prefix = capitalised(name);
  const text = JSON.stringify(document).replaceAll('"#/components/schemas/', `"#/components/schemas/${prefix}`);
  const copy = JSON.parse(text) as OpenAPIObject;
  for (const item of [...Object.values(copy.paths), ...Object.values(copy.webhooks ?? {})]) {
    for (const operation of Object.values(item) as OperationNames[]) prefixOperation(operation, name);
  }
  copy.webhooks = renameKeys(copy.webhooks, (event) => `${name}: ${event}`);
  copy.components = {
    schemas: renameKeys(copy.components?.schemas, (key) => prefix + key),
    securitySchemes: renameKeys(copy.components?.securitySchemes, (key) => schemeName(name, key)),
  };
  return copy;
}

function prefixOperation(
  operation: OperationNames & { security?: Array<Record<string, string[]>> },
  name: string,
): void {
  if (operation.operationId) operation.operationId = name + capitalised(operation.operationId);
  if (operation.tags) operation.tags = operation.tags.map((tag) => `${name}: ${tag}`);
  if (operation.security) {
    operation.security = operation.security.map((scheme) => renameKeys(scheme, (key) => schemeName(name, key)) ?? {});
  }
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

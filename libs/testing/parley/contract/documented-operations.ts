import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { BUILD } from '../server-process';

const FOLDER = path.join(path.dirname(BUILD), 'docs/openapi');
const METHODS = ['get', 'put', 'post', 'delete', 'patch'];

export interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Schema;
}

export interface Answer {
  $ref?: string;
  headers?: Record<string, { $ref: string }>;
  content?: Record<string, { schema?: Schema }>;
}

interface Operation {
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, { schema?: Schema }> };
  responses: Record<string, Answer>;
}

interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas?: Record<string, Schema>;
    responses?: Record<string, Answer>;
    headers?: Record<string, { required?: boolean }>;
  };
}

/** One of the committed documents (`docs/openapi`), which `test/e2e/openapi.e2e.ts` holds to what is served. */
export interface Document extends OpenApi {
  name: string;
}

export interface DocumentedOperation extends Operation {
  document: Document;
  /** With names in braces. */
  path: string;
  /** Of the path, decoded. */
  pathValues: Readonly<Record<string, string>>;
}

interface Route {
  operation: Operation;
  document: Document;
  path: string;
  segments: readonly string[];
}

export function readDocuments(): Document[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
  return files.map((file) => ({
    ...(JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as OpenApi),
    name: path.basename(file, '.json'),
  }));
}

/** Finds the operation that a request means, as the server's router does: literal segments go before names. */
export class DocumentedOperations {
  private readonly routes = new Map<string, Route[]>();

  constructor(documents: readonly Document[]) {
    for (const document of documents) {
      for (const [template, item] of Object.entries(document.paths)) {
        for (const method of METHODS) if (item[method]) this.add(method, template, item[method], document);
      }
    }
  }

  find(method: string, requestPath: string): DocumentedOperation | undefined {
    const segments = requestPath.split('/');
    const matching = (this.routes.get(key(method, segments)) ?? []).filter((route) => matches(route, segments));
    const [route] = matching.sort((one, other) => namesIn(one) - namesIn(other));
    if (!route) return undefined;
    const { operation, document, path: template } = route;
    return { ...operation, document, path: template, pathValues: valuesOf(route, segments) };
  }

  private add(method: string, template: string, operation: Operation, document: Document): void {
    const segments = template.split('/');
    const at = key(method, segments);
    this.routes.set(at, [...(this.routes.get(at) ?? []), { operation, document, path: template, segments }]);
  }
}

function key(method: string, segments: readonly string[]): string {
  return `${method.toLowerCase()} ${segments.length}`;
}

function matches({ segments }: Route, given: readonly string[]): boolean {
  return segments.every((segment, index) => (isName(segment) ? given[index] !== '' : segment === given[index]));
}

function namesIn({ segments }: Route): number {
  return segments.filter(isName).length;
}

function isName(segment: string): boolean {
  return segment.startsWith('{');
}

function valuesOf({ segments }: Route, given: readonly string[]): Record<string, string> {
  const named = segments.flatMap((segment, index) =>
    isName(segment) ? [[segment.slice(1, -1), given[index] ?? '']] : [],
  );
  return Object.fromEntries(named.map(([name, value]) => [name, decoded(value ?? '')]));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

import type { Document, Schema } from '../parley';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

export interface InputSchema extends Schema {
  enum?: unknown[];
  oneOf?: InputSchema[];
  allOf?: InputSchema[];
  properties?: Record<string, InputSchema>;
  items?: InputSchema;
  anyOf?: InputSchema[];
  required?: string[];
  format?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
}

export interface InputParameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: InputSchema;
  example?: unknown;
}

export interface Media {
  schema?: InputSchema;
  example?: unknown;
  examples?: Record<string, { $ref?: string; value?: unknown }>;
}

/** One operation of a document, with all that is needed to call it. */
export interface ApiOperation {
  dialect: string;
  document: Document;
  /** In capitals. */
  method: string;
  /** With names in braces. */
  path: string;
  id: string;
  /** Names of the credentials that it takes; none are needed when it has none. */
  security: readonly string[];
  /** What the credential needs: a scope, a role in the team, or to be an administrator's. */
  needs: readonly string[];
  parameters: readonly InputParameter[];
  /** By media type. */
  bodies: Readonly<Record<string, Media>>;
  /** All statuses that are documented. */
  statuses: readonly number[];
}

interface Described {
  operationId: string;
  security?: Array<Record<string, unknown>>;
  'x-needs'?: string[];
  parameters?: InputParameter[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, unknown>;
}

export function operationsOf(documents: readonly Document[]): ApiOperation[] {
  return documents.flatMap((document) =>
    Object.entries(document.paths).flatMap(([path, item]) =>
      METHODS.filter((method) => item[method]).map((method) =>
        operationOf(document, method, path, item[method] as unknown as Described),
      ),
    ),
  );
}

function operationOf(document: Document, method: string, path: string, described: Described): ApiOperation {
  const { operationId: id, security = [], 'x-needs': needs = [], parameters = [], requestBody, responses } = described;
  return {
    dialect: document.name,
    document,
    method: method.toUpperCase(),
    path,
    id,
    security: security.flatMap((scheme) => Object.keys(scheme)),
    needs,
    parameters,
    bodies: requestBody?.content ?? {},
    statuses: Object.keys(responses).map(Number),
  };
}

export function isPublic({ security }: ApiOperation): boolean {
  return security.length === 0;
}

/** With references followed. */
export function resolved({ components }: Document, schema: InputSchema): InputSchema {
  const name = schema.$ref?.split('/').at(-1);
  return name === undefined ? schema : ((components.schemas?.[name] as InputSchema | undefined) ?? schema);
}

/** The example of a body, undefined when there is none. */
export function exampleOf({ components }: Document, { example, examples = {} }: Media): unknown {
  const [first] = Object.values(examples);
  const name = first?.$ref?.split('/').at(-1);
  const shown = (components as { examples?: Record<string, { value: unknown }> }).examples;
  return name === undefined ? (first?.value ?? example) : shown?.[name]?.value;
}

export function nameOf({ method, path }: Pick<ApiOperation, 'method' | 'path'>): string {
  return `${method} ${path}`;
}

import type { OpenAPIObject } from '@nestjs/swagger';
import { ERROR_KINDS, type ErrorKind } from '#kernel';
import type { AccessRule } from '../access/access';
import type { Dialect, Failure } from '../dialect';

/** Notes of our decorators within an operation; they are used up here and never reach the document. */
export const ACCESS_EXTENSION = 'x-access';
export const REFUSES_EXTENSION = 'x-refuses';
export const STREAM_EXTENSION = 'x-stream';
/** Name of the schema of a multipart form that the operation takes beside JSON. */
export const FORM_EXTENSION = 'x-form';
/** Media types of bodies that the operation takes for a file, beside the form. */
export const FILE_TYPES_EXTENSION = 'x-file-types';
/** When the operation goes, see `deprecation.ts`. */
export const DEPRECATED_EXTENSION = 'x-deprecated-by';

/** Name of the dialect's error body among its schemas. */
export const ERROR_SCHEMA = 'Error';

interface Response {
  description: string;
  content?: Record<string, unknown>;
}

interface Operation {
  operationId?: string;
  description?: string;
  deprecated?: boolean;
  security?: Array<Record<string, string[]>>;
  requestBody?: { content: Record<string, unknown> };
  responses: Record<string, Response>;
  [ACCESS_EXTENSION]?: AccessRule;
  [REFUSES_EXTENSION]?: number[];
  [STREAM_EXTENSION]?: string;
  [FORM_EXTENSION]?: string;
  [FILE_TYPES_EXTENSION]?: readonly string[];
  [DEPRECATED_EXTENSION]?: { since: string; sunset: string };
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'] as const;

const MEANING: Record<ErrorKind, string> = {
  invalid_input: 'The input is invalid.',
  malformed: 'The body cannot be read.',
  unauthenticated: 'The credential is missing or refused.',
  forbidden: 'The credential does not allow this.',
  not_found: 'There is no such thing in this team.',
  conflict: 'It contradicts what is there.',
  rate_limited: 'Too many requests.',
  too_large: 'The body is too large.',
  unsupported: 'It is not supported.',
  unavailable: 'Something that this needs is out of reach; try again.',
  internal: 'Our fault.',
};

/** Adds to every route what follows from the dialect and the access rule: credentials, and errors with an example each. */
export function describeOperations(document: OpenAPIObject, dialect: Dialect): void {
  const errors = errorsOf(dialect);
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method] as unknown as Operation | undefined;
      if (operation) describe(operation, dialect, errors, { method: method.toUpperCase(), path });
    }
  }
}

interface DialectErrors {
  byStatus: ReadonlyMap<number, Response>;
  statusOf(kind: ErrorKind): number;
}

function describe(
  operation: Operation,
  dialect: Dialect,
  errors: DialectErrors,
  route: { method: string; path: string },
): void {
  const { [ACCESS_EXTENSION]: access = {}, [REFUSES_EXTENSION]: refuses = [], [STREAM_EXTENSION]: stream } = operation;
  delete operation[ACCESS_EXTENSION];
  delete operation[REFUSES_EXTENSION];
  delete operation[STREAM_EXTENSION];
  addForm(operation);
  markDeprecated(operation);
  operation.security = securityOf(dialect, access);
  const rate = dialect.rateLimit({ ...route, headers: {}, query: {} }, undefined);
  const always = [
    ...kindsOf(access),
    ...(rate && !rate.exempt ? (['rate_limited'] as const) : []),
    'internal' as const,
  ];
  const statuses = new Set([...refuses, ...always.map(errors.statusOf)]);
  for (const status of [...statuses].sort((one, other) => one - other)) {
    operation.responses[status] ??= errors.byStatus.get(status) ?? { description: 'Refused.' };
  }
  if (stream !== undefined) addStream(operation, stream);
}

function kindsOf(access: AccessRule): ErrorKind[] {
  if (access.public) return [];
  return access.scope || access.userOnly || access.adminOnly ? ['unauthenticated', 'forbidden'] : ['unauthenticated'];
}

/** One of the dialect's credentials; where only people may go, those that carry an access token. */
function securityOf(dialect: Dialect, access: AccessRule): Array<Record<string, string[]>> {
  if (access.public) return [];
  const schemes = Object.entries(dialect.docs.securitySchemes);
  const peopleOnly = access.userOnly || access.adminOnly;
  return schemes.filter(([, scheme]) => !peopleOnly || scheme.bearerFormat === 'JWT').map(([name]) => ({ [name]: [] }));
}

function addForm(operation: Operation): void {
  const { [FORM_EXTENSION]: form, [FILE_TYPES_EXTENSION]: fileTypes = [] } = operation;
  delete operation[FORM_EXTENSION];
  delete operation[FILE_TYPES_EXTENSION];
  if (!operation.requestBody) return;
  const { content } = operation.requestBody;
  if (form !== undefined) content['multipart/form-data'] = { schema: { $ref: `#/components/schemas/${form}` } };
  for (const type of fileTypes) content[type] = { schema: { type: 'string', format: 'binary' } };
}

function markDeprecated(operation: Operation): void {
  const { [DEPRECATED_EXTENSION]: notice, description } = operation;
  delete operation[DEPRECATED_EXTENSION];
  if (!notice) return;
  const text = `Deprecated since ${notice.since}; may be gone from ${notice.sunset} on.`;
  operation.deprecated = true;
  operation.description = description ? `${description}\n\n${text}` : text;
}

function addStream(operation: Operation, description: string): void {
  const success = Object.entries(operation.responses).find(([status]) => status.startsWith('2'))?.[1];
  const target = success ?? { description: 'An event stream.' };
  target.content = { ...target.content, 'text/event-stream': { schema: { type: 'string', description } } };
  if (!success) operation.responses[200] = target;
}

/** Each kind rendered by the dialect itself, so that the examples cannot differ from the answers. */
function errorsOf(dialect: Dialect): DialectErrors {
  const byStatus = new Map<number, Response>();
  const statuses = new Map<ErrorKind, number>();
  for (const kind of ERROR_KINDS) {
    const { status, body } = dialect.renderFailure(sampleOf(kind));
    statuses.set(kind, status);
    if (byStatus.has(status)) continue;
    const schema = { $ref: `#/components/schemas/${ERROR_SCHEMA}` };
    byStatus.set(status, { description: MEANING[kind], content: { 'application/json': { schema, example: body } } });
  }
  return { byStatus, statusOf: (kind) => statuses.get(kind) ?? 500 };
}

function sampleOf(kind: ErrorKind): Failure {
  const message = kind === 'invalid_input' ? 'name must be a text of 1 to 128 characters.' : MEANING[kind];
  const fields = kind === 'invalid_input' ? [{ field: 'name', message }] : [];
  return { kind, code: `sample.${kind}`, message, fields, requestId: 'req_0193', at: new Date('2030-01-31T12:00:00Z') };
}

import type { OpenAPIObject } from '@nestjs/swagger';
import type { ErrorKind } from '#kernel';
import type { AccessRule } from '../access/access';
import type { Dialect } from '../dialect';
import { EXAMPLE_UUID } from './add-examples';
import { headerComponents, headersOf } from './answer-headers';
import { describeNeeds } from './credential-needs';
import { ErrorAnswers } from './error-answers';
import { IDEMPOTENCY_KEY, isKeyed } from './idempotency-key-parameter';
import { frameSchema, type StreamNote } from './stream-answers';

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
/** The operation counts for budgets. */
export const SPENDS_EXTENSION = 'x-spends';
/** Kind of the id that a path parameter holds. */
export const ID_EXTENSION = 'x-id-of';
/** Set where an `Idempotency-Key` is not looked at. */
export const REPEATABLE_EXTENSION = 'x-repeatable';

interface Media {
  schema?: { $ref?: string; type?: string; format?: string };
}

interface Answer {
  $ref?: string;
  description?: string;
  headers?: Record<string, unknown>;
  content?: Record<string, unknown>;
}

interface Parameter {
  in: string;
  schema?: Record<string, unknown>;
  example?: unknown;
  [ID_EXTENSION]?: string;
}

interface Operation {
  operationId?: string;
  description?: string;
  deprecated?: boolean;
  security?: Array<Record<string, string[]>>;
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, Media> };
  responses: Record<string, Answer>;
  [ACCESS_EXTENSION]?: AccessRule;
  [REFUSES_EXTENSION]?: number[];
  [STREAM_EXTENSION]?: StreamNote;
  [FORM_EXTENSION]?: string;
  [FILE_TYPES_EXTENSION]?: readonly string[];
  [REPEATABLE_EXTENSION]?: boolean;
  [DEPRECATED_EXTENSION]?: { since: string; sunset: string };
  [SPENDS_EXTENSION]?: boolean;
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'] as const;

/**
 * Adds to every route what follows from the dialect, the access rule and the body: credentials, the headers of answers, and
 * errors, which stand once among the components.
 */
export function describeOperations(document: OpenAPIObject, dialect: Dialect): void {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method] as unknown as Operation | undefined;
      return operation ? [{ operation, method, rate: rateOf(dialect, method, path) }] : [];
    }),
  );
  const spends = operations.some(({ operation }) => operation[SPENDS_EXTENSION] === true);
  const errors = new ErrorAnswers(dialect, {
    isCounted: operations.some(({ rate }) => rate !== undefined),
    spends,
  });
  const schemas = (document.components?.schemas ?? {}) as Schemas;
  for (const { operation, method, rate } of operations) describe(operation, { dialect, errors, method, rate, schemas });
  document.components = {
    ...document.components,
    responses: errors.components() as NonNullable<OpenAPIObject['components']>['responses'],
    headers: headerComponents({ spends }) as NonNullable<OpenAPIObject['components']>['headers'],
  } as OpenAPIObject['components'];
}

type Rate = ReturnType<Dialect['rateLimit']>;

function rateOf(dialect: Dialect, method: string, path: string): Rate {
  return dialect.rateLimit({ method: method.toUpperCase(), path, headers: {}, query: {} }, undefined);
}

type Schemas = Readonly<Record<string, { required?: string[] }>>;

interface Surroundings {
  method: string;
  dialect: Dialect;
  errors: ErrorAnswers;
  rate: Rate;
  schemas: Schemas;
}

function describe(operation: Operation, { dialect, errors, method, rate, schemas }: Surroundings): void {
  const { [ACCESS_EXTENSION]: access = {}, [REFUSES_EXTENSION]: refuses = [] } = operation;
  const isOnce = isKeyed(operation, method);
  const spends = operation[SPENDS_EXTENSION] === true;
  delete operation[ACCESS_EXTENSION];
  delete operation[REFUSES_EXTENSION];
  delete operation[SPENDS_EXTENSION];
  if (isOnce) operation.parameters = [...(operation.parameters ?? []), structuredClone(IDEMPOTENCY_KEY)];
  markOptionalBody(operation, schemas);
  addForm(operation);
  addStream(operation);
  markDeprecated(operation);
  describeIds(operation, dialect);
  describeNeeds(operation, dialect, access);
  for (const [status, answer] of Object.entries(operation.responses)) {
    const counts = { isCounted: rate !== undefined, spends, isOnce };
    answer.headers = { ...answer.headers, ...headersOf(Number(status), counts) };
  }
  const kinds = [
    ...refusedAlways(operation, access, rate),
    ...(isOnce ? (['conflict', 'invalid_input'] as const) : []),
  ];
  if (spends) kinds.push('rate_limited');
  const statuses = new Set([...refuses, ...kinds.map((kind) => errors.statusOf(kind))]);
  for (const status of statuses) operation.responses[status] ??= errors.referenceTo(status);
}

/** Without being named by `Refuses`. */
function refusedAlways({ requestBody }: Operation, access: AccessRule, rate: Rate): ErrorKind[] {
  return [
    ...(requestBody ? (['malformed', 'invalid_input', 'too_large'] as const) : []),
    ...(access.public ? [] : (['unauthenticated', 'forbidden'] as const)),
    ...(rate && !rate.exempt ? (['rate_limited'] as const) : []),
    'internal',
    'unavailable',
  ];
}

function describeIds({ parameters = [] }: Operation, { ids }: Dialect): void {
  for (const parameter of parameters) {
    const { [ID_EXTENSION]: kind } = parameter;
    delete parameter[ID_EXTENSION];
    if (kind === undefined) continue;
    parameter.example = ids.encode(kind, EXAMPLE_UUID);
    if (parameter.example === EXAMPLE_UUID) parameter.schema = { ...parameter.schema, format: 'uuid' };
  }
}

/** No body is one without fields. */
function markOptionalBody({ requestBody }: Operation, schemas: Schemas): void {
  const name = requestBody?.content['application/json']?.schema?.$ref?.split('/').at(-1);
  if (requestBody && name !== undefined) requestBody.required = (schemas[name]?.required ?? []).length > 0;
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

function addStream(operation: Operation): void {
  const { [STREAM_EXTENSION]: note } = operation;
  delete operation[STREAM_EXTENSION];
  if (!note) return;
  const target = operation.responses[200] ?? { description: 'An event stream.' };
  target.content = { ...target.content, 'text/event-stream': { schema: frameSchema(note) } };
  operation.responses[200] = target;
}

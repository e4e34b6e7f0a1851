/** Errors of answers: each dialect words them differently, a caller gets the same classes. */
import {
  AuthenticationError,
  ConflictError,
  type ErrorDetails,
  type FieldProblem,
  NotFoundError,
  ParleyError,
  PermissionError,
  RateLimitError,
  ServerError,
  ValidationError,
} from '../errors';
import { retryAfterMsOf } from './retry-after';

const CLASSES: Readonly<Record<number, new (message: string, details: ErrorDetails) => ParleyError>> = {
  400: ValidationError,
  401: AuthenticationError,
  403: PermissionError,
  404: NotFoundError,
  409: ConflictError,
  413: ValidationError,
  415: ValidationError,
  422: ValidationError,
  429: RateLimitError,
};

/** Of an answer whose status is no success. */
export async function errorOf(response: Response): Promise<ParleyError> {
  const { status, headers } = response;
  const body = bodyOf(await response.text().catch(() => ''));
  const { message, ...said } = wordsOf(body);
  const Class = CLASSES[status] ?? (status >= 500 ? ServerError : ParleyError);
  return new Class(message ?? `The server answered ${status}.`, {
    ...said,
    status,
    body,
    requestId: headers.get('x-request-id') ?? said.requestId,
    retryAfterMs: retryAfterMsOf(headers.get('retry-after')),
  });
}

/** Of a frame in which a stream says that it failed. */
export function errorOfFrame(body: unknown, requestId: string | undefined): ServerError {
  const { message, ...said } = wordsOf(body);
  return new ServerError(message ?? 'The stream failed.', { ...said, body, requestId: requestId ?? said.requestId });
}

interface Words extends Pick<ErrorDetails, 'code' | 'requestId' | 'fields'> {
  message?: string | undefined;
}

/** platform and criabot say it at the top, assistant, support and manager in `error`. */
function wordsOf(body: unknown): Words {
  const top = recordOf(body);
  const error = recordOf(top.error ?? top);
  return {
    message: textOf(error.message),
    code: textOf(error.code),
    requestId: textOf(error.request_id),
    fields: [...fieldsOf(recordOf(error.details)), ...fieldsOfDetail(top.detail)],
  };
}

/** `{fields: [...]}` of platform, assistant and manager; `{field, expected}` of support. */
function fieldsOf({ fields, field, expected }: Readonly<Record<string, unknown>>): FieldProblem[] {
  if (typeof field === 'string') return [{ field, message: textOf(expected) ?? '' }];
  return listOf(fields).map((one) => ({
    field: textOf(one.field) ?? '',
    message: textOf(one.message) ?? '',
    ...(one.missing === true ? { missing: true } : {}),
  }));
}

/** criabot: `[{loc: ['body', 'prompt'], msg, type}]`. */
function fieldsOfDetail(detail: unknown): FieldProblem[] {
  return listOf(detail).map(({ loc, msg, type }) => ({
    field: (Array.isArray(loc) ? loc : []).slice(1).join('.'),
    message: textOf(msg) ?? '',
    ...(type === 'missing' ? { missing: true } : {}),
  }));
}

function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function listOf(value: unknown): Array<Readonly<Record<string, unknown>>> {
  return Array.isArray(value) ? value.map(recordOf) : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

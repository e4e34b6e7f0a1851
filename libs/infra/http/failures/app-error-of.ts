import { HttpException } from '@nestjs/common';
import { AppError, type ErrorKind } from '#kernel';

/**
 * Everything that Nest, Fastify and our own code throw, as an AppError. Fastify's codes:
 * https://fastify.dev/docs/latest/Reference/Errors/ ; Nest hands them over as HttpExceptions with the original as cause.
 */
export function appErrorOf(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof HttpException) {
    return fastifyFailure(thrown.cause) ?? httpFailure(thrown.getStatus(), thrown);
  }
  return fastifyFailure(thrown) ?? internal(thrown);
}

interface Known {
  kind: ErrorKind;
  message: string;
}

const NO_SUCH_PATH: Known = { kind: 'not_found', message: 'There is nothing at this path.' };
const WRONG_CONTENT_TYPE: Known = {
  kind: 'malformed',
  message: 'The body must be JSON, sent with Content-Type: application/json.',
};
const WRONG_LENGTH: Known = { kind: 'malformed', message: 'The body is not as long as Content-Length says.' };

const FASTIFY_FAILURES: Readonly<Record<string, Known>> = {
  FST_ERR_NOT_FOUND: NO_SUCH_PATH,
  FST_ERR_BAD_URL: NO_SUCH_PATH,
  FST_ERR_MAX_PARAM_LENGTH: NO_SUCH_PATH,
  FST_ERR_CTP_INVALID_JSON_BODY: { kind: 'malformed', message: 'The body is not valid JSON.' },
  FST_ERR_CTP_EMPTY_JSON_BODY: { kind: 'malformed', message: 'The body is empty.' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: WRONG_CONTENT_TYPE,
  FST_ERR_CTP_EMPTY_TYPE: WRONG_CONTENT_TYPE,
  FST_ERR_CTP_INVALID_TYPE: WRONG_CONTENT_TYPE,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: WRONG_LENGTH,
  FST_ERR_CTP_BODY_TOO_LARGE: { kind: 'too_large', message: 'The body is larger than this server accepts.' },
};

function fastifyFailure(thrown: unknown): AppError | undefined {
  const code = thrown instanceof Error ? (thrown as NodeJS.ErrnoException).code : undefined;
  const known = code === undefined ? undefined : FASTIFY_FAILURES[code];
  return known && new AppError(`http.${known.kind}`, known.kind, known.message, { cause: thrown });
}

/** Statuses that only Nest's own classes and its plug-ins throw with. */
const KIND_BY_STATUS: Readonly<Record<number, ErrorKind>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  405: 'not_found',
  409: 'conflict',
  413: 'too_large',
  414: 'not_found',
  415: 'malformed',
  429: 'rate_limited',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

function httpFailure(status: number, thrown: HttpException): AppError {
  const kind = KIND_BY_STATUS[status] ?? (status >= 400 && status < 500 ? 'invalid_input' : 'internal');
  if (kind === 'internal') return internal(thrown);
  const message = status === 404 || status === 405 ? NO_SUCH_PATH.message : thrown.message;
  return new AppError(`http.${kind}`, kind, message, { cause: thrown });
}

function internal(thrown: unknown): AppError {
  return new AppError('http.internal', 'internal', 'Something went wrong on our side.', { cause: thrown });
}

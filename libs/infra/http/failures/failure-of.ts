import type { AppError } from '#kernel';
import type { Failure } from '../dialect';

/** What the caller may know of an error. Of an internal one only the request id, by which the log can be searched. */
export function failureOf(error: AppError, requestId: string, at: Date): Failure {
  const message =
    error.kind === 'internal'
      ? `Something went wrong on our side. If you report it, quote the request id ${requestId}.`
      : error.message;
  return { kind: error.kind, code: error.code, message, fields: error.fields, requestId, at };
}

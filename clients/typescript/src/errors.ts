/** What goes wrong, by kind. All of them are `ParleyError`s, so one `catch` tells ours from others. */

/** A field of the input that was refused. */
export interface FieldProblem {
  /** Its path, e.g. `configuration.temperature`. */
  field: string;
  /** What is accepted. */
  message: string;
  /** True when a required field was absent. */
  missing?: boolean;
}

export interface ErrorDetails {
  /** HTTP status; absent when there was no answer. */
  status?: number | undefined;
  /** The dialect's own word for it, e.g. `NOT_FOUND` or `rate_limit_exceeded`. */
  code?: string | undefined;
  /** Id of the request in the server's logs; quote it when you report a fault. */
  requestId?: string | undefined;
  /** When the server asks to be left alone: how long, in milliseconds. */
  retryAfterMs?: number | undefined;
  fields?: readonly FieldProblem[] | undefined;
  /** The body of the answer: parsed JSON, or text. */
  body?: unknown;
  cause?: unknown;
}

export class ParleyError extends Error {
  override name = 'ParleyError';
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly requestId: string | undefined;
  readonly retryAfterMs: number | undefined;
  readonly fields: readonly FieldProblem[];
  readonly body: unknown;

  constructor(message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.status = details.status;
    this.code = details.code;
    this.requestId = details.requestId;
    this.retryAfterMs = details.retryAfterMs;
    this.fields = details.fields ?? [];
    this.body = details.body;
  }
}

/** 401: there is no credential, or it is not accepted (any more). */
export class AuthenticationError extends ParleyError {
  override name = 'AuthenticationError';
}

/** 403: the credential is good, but not for this. */
export class PermissionError extends ParleyError {
  override name = 'PermissionError';
}

/** 404: there is no such thing in this team. */
export class NotFoundError extends ParleyError {
  override name = 'NotFoundError';
}

/** 409: it contradicts what is there already. */
export class ConflictError extends ParleyError {
  override name = 'ConflictError';
}

/** 400, 413, 415, 422: the input was refused; `fields` says what of it. */
export class ValidationError extends ParleyError {
  override name = 'ValidationError';
}

/** 429: too many requests; `retryAfterMs` says for how long. */
export class RateLimitError extends ParleyError {
  override name = 'RateLimitError';
}

/** 5xx, or a stream that says in its midst that it failed. */
export class ServerError extends ParleyError {
  override name = 'ServerError';
}

/** There was no answer, or not all of it. */
export class ConnectionError extends ParleyError {
  override name = 'ConnectionError';
  /** True when the request cannot have reached the server, so that it may be sent again. */
  readonly isUnsent: boolean;

  constructor(message: string, details: ErrorDetails & { isUnsent?: boolean } = {}) {
    super(message, details);
    this.isUnsent = details.isUnsent ?? false;
  }
}

/** Nothing came within `timeoutMs`. Whether the server did what was asked is unknown. */
export class TimeoutError extends ParleyError {
  override name = 'TimeoutError';
}

/** You aborted it, by a signal or by `abort()`. */
export class AbortError extends ParleyError {
  override name = 'AbortError';
}

/** The server took what was uploaded, but could not process it. */
export class ProcessingError extends ParleyError {
  override name = 'ProcessingError';
}

/** A webhook that is not genuine, or too old. */
export class WebhookVerificationError extends ParleyError {
  override name = 'WebhookVerificationError';
}

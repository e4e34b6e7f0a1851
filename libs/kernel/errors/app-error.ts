/**
 * Every expected failure is an AppError: a stable code, and through it exactly one kind. The kind decides log level,
 * retry and (in each dialect's table) the HTTP status; no HTTP number stands below the http room.
 */
export const ERROR_KINDS = [
  'invalid_input',
  'malformed',
  'unauthenticated',
  'forbidden',
  'not_found',
  'conflict',
  'rate_limited',
  'too_large',
  'unsupported',
  'unavailable',
  'internal',
] as const;

/** `malformed` is input that could not be read at all (broken JSON, wrong content type), `invalid_input` one that could. */
export type ErrorKind = (typeof ERROR_KINDS)[number];

/** One field of the caller's input that was refused; `message` names the accepted range. */
export interface FieldProblem {
  /** Path within the input, e.g. `settings.maxResults`. */
  field: string;
  message: string;
  /** True when the field was required and absent. */
  missing?: boolean;
}

export interface AppErrorOptions {
  message?: string;
  fields?: readonly FieldProblem[];
  /** For logs only, never shown. */
  cause?: unknown;
  /** How long the caller should wait before it tries again. */
  retryAfterMs?: number;
}

export class AppError extends Error {
  readonly fields: readonly FieldProblem[];
  readonly retryAfterMs: number | undefined;

  constructor(
    /** `<domain>.<reason>`: stable, searchable, never renamed. */
    readonly code: string,
    readonly kind: ErrorKind,
    message: string,
    options: AppErrorOptions = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.fields = options.fields ?? [];
    this.retryAfterMs = options.retryAfterMs;
  }
}

export interface ErrorDefinition {
  kind: ErrorKind;
  /** For a person, safe to show. */
  message: string;
}

type ErrorCatalogue<Table> = { readonly [Reason in keyof Table]: (options?: AppErrorOptions) => AppError };

/**
 * Declares a domain's errors in one place.
 *
 * @example
 * export const botErrors = defineErrors('bots', { not_found: { kind: 'not_found', message: 'There is no such bot.' } });
 * throw botErrors.not_found(); // code 'bots.not_found'
 */
export function defineErrors<Table extends Record<string, ErrorDefinition>>(
  domain: string,
  table: Table,
): ErrorCatalogue<Table> {
  const constructors = Object.entries(table).map(([reason, { kind, message }]) => [
    reason,
    (options: AppErrorOptions = {}) => new AppError(`${domain}.${reason}`, kind, options.message ?? message, options),
  ]);
  return Object.fromEntries(constructors) as ErrorCatalogue<Table>;
}

/** The error for input that was read but refused. */
export function invalidInput(fields: readonly FieldProblem[]): AppError {
  const message = fields.map((problem) => problem.message).join(' ') || 'The input is invalid.';
  return new AppError('input.invalid', 'invalid_input', message, { fields });
}

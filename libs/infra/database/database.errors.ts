import { AppError, defineErrors } from '#kernel';

const databaseErrors = defineErrors('database', {
  unavailable: { kind: 'unavailable', message: 'The database cannot be reached. Please try again.' },
});

const RETRY_AFTER_MS = 1_000;
/** SQLSTATE classes and Node errors that mean "the database cannot be reached now". PostgreSQL manual, appendix A. */
const UNAVAILABLE =
  /^(08|57P0[1-3]|53|25P03|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EMBEDDED_DOWN)/;
const UNAVAILABLE_MESSAGE = /Connection terminated|timeout exceeded when trying to connect|Client has encountered/;
const UNIQUE_VIOLATION = '23505';
const FOREIGN_KEY_VIOLATION = '23503';
const DEADLOCK_DETECTED = '40P01';

interface DriverError {
  code?: string;
  constraint?: string;
  message?: string;
}

/** TypeORM wraps the driver's error. */
function driverErrorOf(error: unknown): DriverError {
  const wrapped = error as { driverError?: DriverError } | undefined;
  return wrapped?.driverError ?? ((error ?? {}) as DriverError);
}

/** True when the statement was refused by the named unique index or constraint. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  const cause = error instanceof AppError ? error.cause : error;
  const driverError = driverErrorOf(cause);
  return driverError.code === UNIQUE_VIOLATION && driverError.constraint === constraint;
}

/** True when the statement refers to a row that is not there, by the named foreign key. */
export function isForeignKeyViolation(error: unknown, constraint: string): boolean {
  const { code, constraint: violated } = driverErrorOf(error instanceof AppError ? error.cause : error);
  return code === FOREIGN_KEY_VIOLATION && violated === constraint;
}

/** True when the transaction was ended because it and others waited for each other; nothing of it is stored. */
export function isDeadlock(error: unknown): boolean {
  return driverErrorOf(error instanceof AppError ? error.cause : error).code === DEADLOCK_DETECTED;
}

/** The error for a connection that was lost or refused. */
export function databaseUnavailable(cause: unknown): AppError {
  return databaseErrors.unavailable({ cause, retryAfterMs: RETRY_AFTER_MS });
}

/** True when the error means that the database cannot be reached now. */
export function isUnavailable(error: unknown): boolean {
  const { code = '', message = '' } = driverErrorOf(error);
  return UNAVAILABLE.test(code) || UNAVAILABLE_MESSAGE.test(message);
}

/** Runs a database call; a lost or refused connection becomes `database.unavailable`, all else passes unchanged. */
export async function translateDatabaseError<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw !(error instanceof AppError) && isUnavailable(error) ? databaseUnavailable(error) : error;
  }
}

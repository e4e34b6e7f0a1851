import { AppError } from '#kernel';

/** Causes beyond this are cut. */
const MAX_CAUSES = 4;

/**
 * What a log line tells of an error: its name, message, code, stack and causes. Only named fields are taken, because
 * driver and HTTP errors carry requests with credentials and statements with their parameters.
 */
export function errorFields(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    message: error.message,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(error instanceof AppError ? { kind: error.kind } : {}),
    stack: error.stack,
    ...(error.cause === undefined || depth === MAX_CAUSES ? {} : { cause: errorFields(error.cause, depth + 1) }),
  };
}

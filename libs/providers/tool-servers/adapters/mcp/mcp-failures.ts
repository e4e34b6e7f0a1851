import { AppError } from '#kernel';
import { toolServerErrors } from '../../tool-servers.errors';

/** Of what a server says itself; it goes to a model and into traces. */
const MAX_WORDS = 300;

interface LibraryError {
  name?: string;
  message?: string;
  code?: unknown;
  status?: unknown;
}

/** What went wrong, from what the client library says of it. */
export function mcpFailure(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { name, message = '', code, status } = (error ?? {}) as LibraryError;
  const options = { cause: error };
  if (name === 'UnauthorizedError' || status === 401 || status === 403)
    return toolServerErrors.refused_credentials(options);
  if (typeof status === 'number')
    return toolServerErrors.refused({ ...options, message: `The tool server answered with status ${status}.` });
  if (code === 'REQUEST_TIMEOUT') return toolServerErrors.timed_out(options);
  if (code === 'UNSUPPORTED_RESULT_TYPE') return toolServerErrors.needs_input(options);
  // A fault in the words of the server, by JSON-RPC.
  if (typeof code === 'number')
    return toolServerErrors.refused({ ...options, message: `The tool server says: ${message.slice(0, MAX_WORDS)}` });
  return toolServerErrors.not_understood(options);
}

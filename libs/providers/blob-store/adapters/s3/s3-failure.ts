import { AppError } from '#kernel';
import { blobStoreErrors } from '../../blob-store.errors';

/** As much of the vendor's errors as counts here. */
interface S3Failure {
  name?: string;
  message?: string;
  $metadata?: { httpStatusCode?: number };
}

/**
 * The server's refusal in the room's words. A missing bucket, like a refused key, is for the operator to mend: it must not
 * look like a missing blob. Answers to HEAD have no body, so there 404 is all that can be known.
 */
export function s3Failure(error: unknown): Error {
  if (error instanceof AppError) return error;
  const { name, $metadata } = error as S3Failure;
  if (name === 'NoSuchKey' || name === 'NotFound') return blobStoreErrors.not_found();
  if (name === 'InvalidRange' || $metadata?.httpStatusCode === 416) return blobStoreErrors.range_invalid();
  return blobStoreErrors.unavailable({ cause: loggable(error as S3Failure) });
}

/** The vendor's errors carry whole answers and what was signed; the log needs neither. */
function loggable({ name = 'Error', message = '', $metadata }: S3Failure): Error {
  const status = $metadata?.httpStatusCode;
  return new Error(`${status === undefined ? '' : `${status} `}${name}: ${message.slice(0, 500)}`);
}

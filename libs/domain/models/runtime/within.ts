import { modelErrors } from '../models.errors';

/** What is waited for goes on when the time is over. @throws AppError `models.not_calibrated` then */
export async function within<T>(limitMs: number, promise: Promise<T>): Promise<T> {
  const waiting = Promise.withResolvers<never>();
  const timer = setTimeout(() => waiting.reject(modelErrors.not_calibrated()), limitMs);
  return Promise.race([promise, waiting.promise]).finally(() => clearTimeout(timer));
}

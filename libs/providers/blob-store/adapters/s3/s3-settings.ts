import { MINUTE_MS, SECOND_MS } from '#kernel';

export interface S3Settings {
  bucket: string;
  /** Of another server than Amazon's. */
  endpoint: string | undefined;
  region: string;
  /** Without them the vendor's own chain looks for some: environment, files, role of the machine. */
  credentials: { accessKeyId: string; secretAccessKey: string } | undefined;
  /** Begins every key, without a slash at either end; empty for none. */
  prefix: string;
  /** Whether the bucket stands in the path, as most servers want it, or in the host name. */
  isPathStyle: boolean;
  limits?: S3Limits;
}

export interface S3Limits {
  connectMs: number;
  /** One attempt, from the first byte sent to the head of the answer. A part of an upload passes at 0.7 Mbit/s. */
  attemptMs: number;
  attempts: number;
  /** All attempts, the waits between them, and the answer, unless it is the content of a blob. */
  exchangeMs: number;
  /** Of the content of a blob, while somebody waits for it. */
  silenceMs: number;
}

export const S3_LIMITS: S3Limits = {
  connectMs: 5 * SECOND_MS,
  attemptMs: MINUTE_MS,
  attempts: 3,
  exchangeMs: 3 * MINUTE_MS,
  silenceMs: 30 * SECOND_MS,
};

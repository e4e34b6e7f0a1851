import type { AppError } from '#kernel';

/** What is kept of an answer, so that the next request can ask for what is new alone. */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

export interface WebContent extends Validators {
  kind: 'content';
  /** Where it stands, at the end of redirects. */
  address: string;
  bytes: Buffer;
  /** `Content-Type` and `X-Robots-Tag` as they came; empty when they did not. */
  contentType: string;
  robotsTag: string;
}

export type WebAnswer =
  | WebContent
  /** As it was when the validators were given. */
  | { kind: 'unchanged'; address: string }
  /** The site says that it is not there any more. */
  | { kind: 'gone' }
  | { kind: 'forbidden' }
  /** `isSilent`: the site did not answer at all, or in no way that tells something of this page. */
  | { kind: 'failed'; error: AppError; isSilent: boolean };

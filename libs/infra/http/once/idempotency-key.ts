import type { IncomingHttpHeaders } from 'node:http';
import { invalidInput } from '#kernel';

const HEADER = 'idempotency-key';
const VISIBLE = /^[\x21-\x7e]{1,255}$/;
const PROBLEM = {
  field: 'Idempotency-Key',
  message: 'Idempotency-Key must be a text of 1 to 255 visible ASCII characters, given once.',
};

export function hasIdempotencyKey(headers: IncomingHttpHeaders): boolean {
  return headers[HEADER] !== undefined;
}

/**
 * With or without the quotes of a structured field (draft-ietf-httpapi-idempotency-key-header, section 2.1).
 *
 * @throws AppError `input.invalid`; Node joins what was given twice with a comma and a space
 */
export function idempotencyKeyOf(headers: IncomingHttpHeaders): string {
  const text = String(headers[HEADER] ?? '');
  const key = /^"(.+)"$/.exec(text)?.[1] ?? text;
  if (!VISIBLE.test(key)) throw invalidInput([PROBLEM]);
  return key;
}

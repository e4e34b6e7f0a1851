import type { AccessRule } from '../access/access';

/** What the generator was told of an operation, and not yet used up. */
interface Noted {
  'x-access'?: AccessRule;
  'x-repeatable'?: boolean;
}

export const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Names the request, so that it can be sent again: it is executed once, and its answer is given again for 24 hours. A new one for each request; a UUID will do. Another request under the same key is a conflict.',
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[!-~]+$' },
  example: '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b',
};

/** Whether the key of a request is looked at; takes the note off the operation. */
export function isKeyed(operation: Noted, method: string): boolean {
  const { 'x-access': access, 'x-repeatable': isRepeatable } = operation;
  delete operation['x-repeatable'];
  return method === 'post' && access !== undefined && access.public !== true && isRepeatable !== true;
}

/** Headers of answers, as components that every answer refers to. */

const COUNT = { type: 'integer', minimum: 0 };

const HEADERS = {
  'X-Request-Id': {
    description: 'Id of the request, also in the logs of the server; taken over from the request when it has one.',
    required: true,
    schema: { type: 'string' },
    example: 'req_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b',
  },
  'X-RateLimit-Limit': {
    description: 'Requests that are allowed in a window.',
    required: true,
    schema: COUNT,
    example: 100,
  },
  'X-RateLimit-Remaining': {
    description: 'Requests that are left in this window.',
    required: true,
    schema: COUNT,
    example: 99,
  },
  'X-RateLimit-Reset': {
    description: 'When the next window begins, in Unix seconds.',
    required: true,
    schema: COUNT,
    example: 1_896_091_200,
  },
  'X-Budget-Name': {
    description:
      'The budget of which the smallest part is left; absent where nothing bounds the request, as all of these.',
    schema: { type: 'string' },
    example: 'team-requests-per-day',
  },
  'X-Budget-Limit': {
    description: 'Requests or tokens that may be used in its period.',
    schema: COUNT,
    example: 10_000,
  },
  'X-Budget-Remaining': {
    description: 'What is left of it; of tokens, before those of this answer.',
    schema: COUNT,
    example: 9_999,
  },
  'X-Budget-Reset': {
    description: 'When its next period begins, in Unix seconds.',
    schema: COUNT,
    example: 1_896_134_400,
  },
  'Retry-After': {
    description: 'Seconds after which another try makes sense.',
    schema: COUNT,
    example: 30,
  },
  'Idempotent-Replayed': {
    description:
      'Set when the request was executed before, under the same `Idempotency-Key`, and this is its answer again.',
    schema: { type: 'string' },
    example: 'true',
  },
} as const;

type HeaderName = keyof typeof HEADERS;

/** Those of budgets stand only where something counts for them: a component that nobody refers to is a fault to many tools. */
export function headerComponents({ spends }: Pick<AnswerCounts, 'spends'>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(HEADERS).filter(([name]) => spends || !name.startsWith('X-Budget-')));
}

const ALWAYS: HeaderName[] = ['X-Request-Id'];
const RATE_LIMIT: HeaderName[] = ['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset'];

const BUDGET: HeaderName[] = ['X-Budget-Name', 'X-Budget-Limit', 'X-Budget-Remaining', 'X-Budget-Reset'];

export interface AnswerCounts {
  /** There is a rate limit. */
  isCounted: boolean;
  /** It counts for budgets. */
  spends: boolean;
  /** It is executed once for each `Idempotency-Key`; not unless given. */
  isOnce?: boolean;
}

/** References to what an answer of this status carries. */
export function headersOf(status: number, { isCounted, spends, isOnce }: AnswerCounts): Record<string, unknown> {
  const retry: HeaderName[] = [409, 429, 503].includes(status) ? ['Retry-After'] : [];
  const budget = spends && (status < 300 || status === 429) ? BUDGET : [];
  const once: HeaderName[] = isOnce ? ['Idempotent-Replayed'] : [];
  const names = [...ALWAYS, ...(isCounted ? RATE_LIMIT : []), ...budget, ...retry, ...once];
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}

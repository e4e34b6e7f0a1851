import { STATUS_CODES } from 'node:http';
import { ERROR_KINDS, type ErrorKind } from '#kernel';
import type { Dialect, Failure } from '../dialect';
import { type AnswerCounts, headersOf } from './answer-headers';

/** Name of the dialect's error body among its schemas. */
export const ERROR_SCHEMA = 'Error';

const MEANING: Record<ErrorKind, string> = {
  invalid_input: 'The input is invalid.',
  malformed: 'The body cannot be read.',
  unauthenticated: 'The credential is missing or refused.',
  forbidden: 'The credential does not allow this.',
  not_found: 'There is no such thing in this team.',
  conflict: 'It contradicts what is there.',
  rate_limited: 'Too many requests.',
  too_large: 'The body is too large.',
  unsupported: 'It is not supported.',
  unavailable: 'Something that this needs is out of reach; try again.',
  internal: 'Our fault.',
};

/** The refusals of a dialect: one component for each status, with an example that the dialect has worded itself. */
export class ErrorAnswers {
  private readonly byStatus = new Map<number, object>();
  private readonly used = new Set<number>();
  private readonly statuses = new Map<ErrorKind, number>();

  constructor(dialect: Dialect, counts: AnswerCounts) {
    for (const kind of ERROR_KINDS) {
      const { status, body } = dialect.renderFailure(sampleOf(kind));
      this.statuses.set(kind, status);
      if (!this.byStatus.has(status)) this.byStatus.set(status, answerOf(kind, status, body, counts));
    }
  }

  statusOf(kind: ErrorKind): number {
    return this.statuses.get(kind) ?? 500;
  }

  /** @throws Error for a status that the dialect never answers with */
  referenceTo(status: number): { $ref: string } {
    this.used.add(status);
    if (!this.byStatus.has(status)) throw new Error(`The dialect answers nothing with ${status}.`);
    return { $ref: `#/components/responses/${nameOf(status)}` };
  }

  /** Those that something refers to. */
  components(): Record<string, object> {
    const used = [...this.byStatus].filter(([status]) => this.used.has(status));
    return Object.fromEntries(used.map(([status, answer]) => [nameOf(status), answer]));
  }
}

/** `NotFound` for 404. */
function nameOf(status: number): string {
  return (STATUS_CODES[status] ?? `Status${status}`).replace(/[^A-Za-z]/g, '');
}

function answerOf(kind: ErrorKind, status: number, example: unknown, counts: AnswerCounts) {
  const schema = { $ref: `#/components/schemas/${ERROR_SCHEMA}` };
  return {
    description: MEANING[kind],
    headers: headersOf(status, counts),
    content: { 'application/json': { schema, example } },
  };
}

function sampleOf(kind: ErrorKind): Failure {
  const message = kind === 'invalid_input' ? 'name must be a text of 1 to 128 characters.' : MEANING[kind];
  const fields = kind === 'invalid_input' ? [{ field: 'name', message }] : [];
  return { kind, code: `sample.${kind}`, message, fields, requestId: 'req_0193', at: new Date('2030-01-31T12:00:00Z') };
}

import type { Failure, RenderedFailure } from '#infra/http';
import { defineErrors, type ErrorKind, type FieldProblem } from '#kernel';

export const supportErrors = defineErrors('support', {
  widget_missing: {
    kind: 'unavailable',
    message: 'This server was built without the chat widget. Its operator can build it with "npm run build".',
  },
});

/** What domains say by these codes, in the words of this API. */
const MESSAGES: Readonly<Record<string, string>> = {
  'documents.item_not_found': 'There is no such article.',
};

interface Wording {
  status: number;
  code: string;
}

const INVALID: Wording = { status: 400, code: 'invalid_request' };

const WORDING: Record<ErrorKind, Wording> = {
  invalid_input: INVALID,
  malformed: INVALID,
  unsupported: INVALID,
  unauthenticated: { status: 401, code: 'unauthorized' },
  forbidden: { status: 403, code: 'forbidden' },
  not_found: { status: 404, code: 'not_found' },
  conflict: { status: 409, code: 'conflict' },
  too_large: { status: 413, code: 'payload_too_large' },
  rate_limited: { status: 429, code: 'rate_limit_exceeded' },
  unavailable: { status: 503, code: 'service_unavailable' },
  internal: { status: 500, code: 'internal_error' },
};

export function renderSupportFailure({ kind, code, message, fields, requestId }: Failure): RenderedFailure {
  const { status, code: word } = WORDING[kind];
  const details = fields[0] && { details: detailsOf(fields[0]) };
  const error = { code: word, message: MESSAGES[code] ?? message, ...details, request_id: requestId };
  return { status, body: { error } };
}

/** Of the first bad field; the message names them all. */
function detailsOf({ field, message }: FieldProblem) {
  return { field, expected: expectedOf(message) };
}

/** What comes after "must" in "message is required and must be a text of 1 to 32,000 characters." */
function expectedOf(message: string): string {
  const [, rule] = /\bmust (?:be )?(.+?)\.?$/s.exec(message) ?? [];
  return rule ?? message;
}

export const SUPPORT_ERROR_SCHEMA = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      title: 'ErrorInfo',
      type: 'object',
      description: 'What was wrong.',
      required: ['code', 'message', 'request_id'],
      properties: {
        code: {
          title: 'ErrorCode',
          type: 'string',
          description: 'What was wrong, for a program.',
          enum: [...new Set(Object.values(WORDING).map(({ code }) => code))],
        },
        message: { type: 'string', description: 'What was wrong, for a person.' },
        details: {
          title: 'ErrorDetails',
          type: 'object',
          description: 'The first field that was refused.',
          required: ['field', 'expected'],
          properties: {
            field: { type: 'string', description: 'Path within the input, as `metadata.user_email`.' },
            expected: { type: 'string', description: 'What it must be.' },
          },
        },
        request_id: { type: 'string', description: 'Equals the header `X-Request-Id`.' },
      },
    },
  },
};

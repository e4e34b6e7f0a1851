import type { ErrorBody, Failure, RenderedFailure } from '#infra/http';
import type { ErrorKind } from '#kernel';

interface Wording {
  status: number;
  code: string;
}

const VALIDATION_ERROR: Wording = { status: 400, code: 'VALIDATION_ERROR' };

const WORDING: Record<ErrorKind, Wording> = {
  invalid_input: VALIDATION_ERROR,
  malformed: VALIDATION_ERROR,
  unsupported: VALIDATION_ERROR,
  unauthenticated: { status: 401, code: 'UNAUTHORIZED' },
  forbidden: { status: 403, code: 'FORBIDDEN' },
  not_found: { status: 404, code: 'NOT_FOUND' },
  conflict: { status: 409, code: 'CONFLICT' },
  too_large: { status: 413, code: 'PAYLOAD_TOO_LARGE' },
  rate_limited: { status: 429, code: 'RATE_LIMIT_EXCEEDED' },
  unavailable: { status: 503, code: 'SERVICE_UNAVAILABLE' },
  internal: { status: 500, code: 'SERVER_ERROR' },
};

export function renderPlatformFailure({ kind, message, fields }: Failure): RenderedFailure {
  const { status, code } = WORDING[kind];
  const details = fields.length > 0 ? { details: { fields } } : {};
  return { status, body: { status: 'error', message, code, ...details } satisfies ErrorBody };
}

export const PLATFORM_ERROR_SCHEMA = {
  type: 'object',
  required: ['status', 'message', 'code'],
  properties: {
    status: { type: 'string', enum: ['error'], description: 'Always `error`.' },
    message: { type: 'string', description: 'For a person.' },
    code: {
      title: 'ErrorCode',
      type: 'string',
      enum: [...new Set(Object.values(WORDING).map(({ code }) => code))],
      description: 'What was wrong, for a program.',
    },
    details: {
      title: 'ErrorDetails',
      type: 'object',
      description: 'Which fields were refused.',
      properties: {
        fields: {
          type: 'array',
          description: 'All that were refused.',
          items: {
            title: 'RefusedField',
            type: 'object',
            required: ['field', 'message'],
            properties: {
              field: { type: 'string', description: 'Path of the field, e.g. `configuration.temperature`.' },
              message: { type: 'string', description: 'What is accepted.' },
              missing: { type: 'boolean', description: 'True when a required field was absent.' },
            },
          },
        },
      },
    },
  },
};

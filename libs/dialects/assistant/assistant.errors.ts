import type { Failure, RenderedFailure } from '#infra/http';
import { defineErrors, type ErrorKind } from '#kernel';

export const assistantErrors = defineErrors('assistant', {
  file_not_found: { kind: 'not_found', message: 'There is no such file.' },
});

interface Wording {
  status: number;
  code: string;
}

const INVALID_REQUEST: Wording = { status: 400, code: 'INVALID_REQUEST' };

const WORDING: Record<ErrorKind, Wording> = {
  invalid_input: INVALID_REQUEST,
  malformed: INVALID_REQUEST,
  unsupported: INVALID_REQUEST,
  unauthenticated: { status: 401, code: 'INVALID_API_KEY' },
  forbidden: { status: 403, code: 'INSUFFICIENT_PERMISSIONS' },
  not_found: { status: 404, code: 'RESOURCE_NOT_FOUND' },
  conflict: { status: 409, code: 'CONFLICT' },
  too_large: { status: 413, code: 'PAYLOAD_TOO_LARGE' },
  rate_limited: { status: 429, code: 'RATE_LIMITED' },
  unavailable: { status: 503, code: 'SERVICE_UNAVAILABLE' },
  internal: { status: 500, code: 'INTERNAL_ERROR' },
};

/** Of a file or its form; here that is a fault of the input like any other. */
const FORM_TOO_LARGE = 'http.form_too_large';

export function renderAssistantFailure(failure: Failure): RenderedFailure {
  const { status, code } = failure.code === FORM_TOO_LARGE ? INVALID_REQUEST : WORDING[failure.kind];
  return { status, body: { error: { code, message: failure.message, ...detailsOf(failure) } } };
}

function detailsOf({ fields }: Failure): { details?: object } {
  if (fields.length === 0) return {};
  const missing = fields.filter((field) => field.missing).map(({ field }) => field);
  const listed = fields.map(({ field, message }) => ({ field, message }));
  return { details: { ...(missing.length === 0 ? {} : { missing_fields: missing }), fields: listed } };
}

const TEXT = { type: 'string' };

export const ASSISTANT_ERROR_SCHEMA = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      title: 'ErrorInfo',
      type: 'object',
      description: 'What was wrong.',
      required: ['code', 'message'],
      properties: {
        code: {
          title: 'ErrorCode',
          ...TEXT,
          enum: [...new Set(Object.values(WORDING).map(({ code }) => code))],
          description: 'What was wrong, for a program.',
        },
        message: { ...TEXT, description: 'What was wrong, for a person.' },
        details: {
          title: 'ErrorDetails',
          type: 'object',
          description: 'Which fields were refused.',
          properties: {
            missing_fields: { type: 'array', items: TEXT, description: 'Required fields that were not there.' },
            fields: {
              type: 'array',
              description: 'All that were refused.',
              items: {
                title: 'RefusedField',
                type: 'object',
                required: ['field', 'message'],
                properties: {
                  field: { ...TEXT, description: 'Path of the field, e.g. `filters.tags`.' },
                  message: { ...TEXT, description: 'What is accepted.' },
                },
              },
            },
          },
        },
      },
    },
  },
};

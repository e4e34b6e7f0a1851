import type { Failure, RenderedFailure } from '#infra/http';
import { defineErrors, type ErrorKind } from '#kernel';

export const mcpErrors = defineErrors('mcp', {
  host_refused: { kind: 'forbidden', message: 'This server does not know the host name that it was called by.' },
  origin_refused: { kind: 'forbidden', message: 'Pages of this origin may not call this server.' },
  batch_refused: { kind: 'unsupported', message: 'Batches of messages are not supported; send each by itself.' },
  bot_not_found: { kind: 'not_found', message: 'There is no such bot; list_bots tells which there are.' },
});

/** https://www.jsonrpc.org/specification, section 5.1. */
export const JSON_RPC_ERRORS = {
  unreadable: -32_700,
  invalidParams: -32_602,
  internal: -32_603,
  server: -32_000,
} as const;

interface Wording {
  status: number;
  code: number;
}

const { unreadable, invalidParams, internal, server } = JSON_RPC_ERRORS;

const WORDING: Record<ErrorKind, Wording> = {
  invalid_input: { status: 400, code: invalidParams },
  malformed: { status: 400, code: unreadable },
  unsupported: { status: 400, code: server },
  unauthenticated: { status: 401, code: server },
  forbidden: { status: 403, code: server },
  not_found: { status: 404, code: server },
  // Before a message is read, only an `Idempotency-Key` can contradict what was sent.
  conflict: { status: 409, code: server },
  too_large: { status: 413, code: server },
  rate_limited: { status: 429, code: server },
  unavailable: { status: 503, code: server },
  internal: { status: 500, code: internal },
};

/** What goes wrong before a request of the protocol is read; its id is not known then. */
export function renderMcpFailure({ kind, code: reason, message, fields, requestId }: Failure): RenderedFailure {
  const { status, code } = WORDING[kind];
  const named = fields.map(({ field, message }) => ({ field, message }));
  const data = { reason, request_id: requestId, ...(named.length > 0 ? { fields: named } : {}) };
  return { status, body: { jsonrpc: '2.0', id: null, error: { code, message, data } } };
}

const TEXT = { type: 'string' };

export const MCP_ERROR_SCHEMA = {
  type: 'object',
  required: ['jsonrpc', 'id', 'error'],
  properties: {
    jsonrpc: { ...TEXT, enum: ['2.0'], description: 'The version of JSON-RPC.' },
    id: { type: ['string', 'integer', 'null'], description: 'That of the request; null when it was not read.' },
    error: {
      type: 'object',
      title: 'ErrorInfo',
      description: 'What was wrong.',
      required: ['code', 'message'],
      properties: {
        code: {
          type: 'integer',
          description: 'What was wrong, for a program; the HTTP status says more.',
        },
        message: { ...TEXT, description: 'What was wrong, for a person.' },
        data: {
          type: 'object',
          title: 'ErrorDetails',
          description: 'More about it.',
          additionalProperties: true,
          properties: {
            reason: { ...TEXT, description: 'Stable code of what was wrong.' },
            request_id: { ...TEXT, description: 'To be quoted in a report.' },
            fields: {
              type: 'array',
              description: 'All fields that were refused.',
              items: {
                type: 'object',
                title: 'RefusedField',
                required: ['field', 'message'],
                properties: {
                  field: { ...TEXT, description: 'Path of the field.' },
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

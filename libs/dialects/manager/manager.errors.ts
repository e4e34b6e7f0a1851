import type { Failure, RenderedFailure } from '#infra/http';
import type { ErrorKind, FieldProblem } from '#kernel';

interface Wording {
  status: number;
  code: string;
}

const UNREADABLE: Wording = { status: 400, code: 'bad_request' };

const WORDING: Record<ErrorKind, Wording> = {
  malformed: UNREADABLE,
  unsupported: UNREADABLE,
  unauthenticated: { status: 401, code: 'unauthorized' },
  forbidden: { status: 403, code: 'forbidden' },
  not_found: { status: 404, code: 'not_found' },
  conflict: { status: 409, code: 'conflict' },
  too_large: { status: 413, code: 'payload_too_large' },
  invalid_input: { status: 422, code: 'validation_error' },
  rate_limited: { status: 429, code: 'rate_limit_exceeded' },
  internal: { status: 500, code: 'internal_error' },
  unavailable: { status: 503, code: 'service_unavailable' },
};

/** What domains call the fields of this dialect, the longest names first. Everything below such a name keeps its own. */
const FIELDS: ReadonlyArray<readonly [theirs: string, ours: string]> = [
  ['configuration.historyMessages', 'message_history'],
  ['configuration.behaviors', 'behaviors'],
  ['schedule.timeZone', 'schedule.time_zone'],
  ['callbackHeaders', 'callback_headers'],
  ['callbackUrl', 'callback_url'],
  ['isEnabled', 'enabled'],
  ['isFallback', 'fallback'],
  ['knowledgeBotId', 'knowledge_bot_id'],
  ['maxIterations', 'max_iterations'],
  ['maxTokens', 'max_tokens'],
  ['mcpServers', 'mcp_servers'],
  ['modelId', 'model_id'],
  ['pluginIds', 'plugin_ids'],
  ['systemPrompt', 'system_prompt'],
  ['timeoutMs', 'timeout'],
  ['userMessage', 'user_message'],
  ['webhookUrl', 'webhook_url'],
];

export function renderManagerFailure({ kind, message, fields }: Failure): RenderedFailure {
  const { status, code } = WORDING[kind];
  if (fields.length === 0) return { status, body: { error: { code, message } } };
  const named = fields.map(inOurWords);
  const told = named.map((problem) => problem.message).join(' ');
  return { status, body: { error: { code, message: told, details: { fields: named } } } };
}

/** A sentence about a field begins with its name. */
function inOurWords({ field, message }: FieldProblem): FieldProblem {
  const known = FIELDS.find(([theirs]) => field === theirs || field.startsWith(`${theirs}.`));
  if (!known) return { field, message };
  const [theirs, ours] = known;
  const renamed = (text: string) => ours + text.slice(theirs.length);
  return { field: renamed(field), message: message.startsWith(theirs) ? renamed(message) : message };
}

const TEXT = { type: 'string' };

export const MANAGER_ERROR_SCHEMA = {
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
          required: ['fields'],
          properties: {
            fields: {
              type: 'array',
              description: 'All that were refused.',
              items: {
                title: 'RefusedField',
                type: 'object',
                required: ['field', 'message'],
                properties: {
                  field: { ...TEXT, description: 'Path of the field, as `behaviors.response_delay_ms.min`.' },
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

/** OpenAI's error objects: `{error: {message, type, param, code}}`. What clients tell apart is the status, then the code. */
import type { Failure, RenderedFailure } from '#infra/http';
import { type AppError, defineErrors, type ErrorKind, type FieldProblem } from '#kernel';

export const openAiErrors = defineErrors('openai', {
  model_not_found: { kind: 'not_found', message: 'The model does not exist or you do not have access to it.' },
  /** Input that is right by OpenAI's documents, and that we or the bot cannot do. */
  unsupported_value: { kind: 'invalid_input', message: 'The value is not supported.' },
  unsupported_parameter: { kind: 'invalid_input', message: 'The parameter is not supported.' },
  previous_response_not_found: { kind: 'invalid_input', message: 'The previous response was not found.' },
  invalid_image_url: { kind: 'invalid_input', message: 'The image cannot be read.' },
  caller_left: { kind: 'unavailable', message: 'The caller has left.' },
});

/** @param param path of what is not supported, as `tools[0].type` */
export function unsupportedValue(param: string, message: string): AppError {
  return openAiErrors.unsupported_value({ message, fields: [{ field: param, message }] });
}

export function unsupportedParameter(param: string): AppError {
  const message = `Unsupported parameter: '${param}' is not supported with this model.`;
  return openAiErrors.unsupported_parameter({ message, fields: [{ field: param, message }] });
}

interface Wording {
  status: number;
  type: string;
  code: string | null;
}

const INVALID = 'invalid_request_error';

const WORDING: Record<ErrorKind, Wording> = {
  invalid_input: { status: 400, type: INVALID, code: 'invalid_value' },
  malformed: { status: 400, type: INVALID, code: null },
  unsupported: { status: 400, type: INVALID, code: 'unsupported_value' },
  unauthenticated: { status: 401, type: INVALID, code: 'invalid_api_key' },
  forbidden: { status: 403, type: INVALID, code: 'insufficient_permissions' },
  not_found: { status: 404, type: INVALID, code: 'not_found' },
  conflict: { status: 409, type: INVALID, code: 'conflict' },
  too_large: { status: 413, type: INVALID, code: 'request_too_large' },
  rate_limited: { status: 429, type: 'requests', code: 'rate_limit_exceeded' },
  unavailable: { status: 503, type: 'server_error', code: 'service_unavailable' },
  internal: { status: 500, type: 'server_error', code: 'server_error' },
};

const OWN_CODE = /^openai\.(.+)$/;

export function renderOpenAiFailure(failure: Failure): RenderedFailure {
  const { status, type, code } = WORDING[failure.kind];
  const [problem] = failure.fields;
  const own = OWN_CODE.exec(failure.code)?.[1];
  const param = problem === undefined ? null : paramOf(problem.field);
  const error = {
    message: own === undefined ? wordsOf(failure) : failure.message,
    type,
    param: failure.code === 'openai.model_not_found' ? 'model' : param,
    code: own ?? (problem?.missing ? 'missing_required_parameter' : code),
  };
  return { status, body: { error } };
}

/** One field is told, as OpenAI does. */
function wordsOf({ fields: [problem], message }: Failure): string {
  if (problem === undefined) return message;
  const param = paramOf(problem.field);
  if (problem.missing) return `Missing required parameter: '${param}'.`;
  return `Invalid value for '${param}': ${sentenceOf(problem)}`;
}

/** A sentence about a field begins with its path. */
function sentenceOf({ field, message }: FieldProblem): string {
  return message.startsWith(`${field} must`) ? `it ${message.slice(field.length + 1)}` : message;
}

/** `messages.0.content` as `messages[0].content`. */
function paramOf(field: string): string {
  return field.replace(/\.(\d+)(?=\.|$)/g, '[$1]');
}

const TEXT = { type: 'string' };

export const OPENAI_ERROR_SCHEMA = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      title: 'ErrorDetails',
      type: 'object',
      description: 'What was wrong.',
      required: ['message', 'type', 'param', 'code'],
      properties: {
        message: { ...TEXT, description: 'What was wrong, for a person.' },
        type: {
          title: 'ErrorType',
          ...TEXT,
          enum: [...new Set(Object.values(WORDING).map(({ type }) => type))],
          description: 'Whose fault it was.',
        },
        param: {
          type: 'string',
          nullable: true,
          description: 'Path of the parameter that was refused, as `messages[0].content`.',
        },
        code: { type: 'string', nullable: true, description: 'What was wrong, for a program.' },
      },
    },
  },
};

/** Failures in the words of the vendor: an error object of `message`, `type`, `param` and `code` under a status. */
import type { ScriptedError } from './scripted-reply';

interface Words {
  message: string;
  type: string;
  code: string | null;
}

const WORDS: Record<number, Words> = {
  400: { message: 'The request is not valid.', type: 'invalid_request_error', code: null },
  401: { message: 'Incorrect API key provided.', type: 'invalid_request_error', code: 'invalid_api_key' },
  404: { message: 'There is no such resource.', type: 'invalid_request_error', code: null },
  429: { message: 'Rate limit reached.', type: 'requests', code: 'rate_limit_exceeded' },
  500: { message: 'The server had an error.', type: 'server_error', code: null },
  503: { message: 'The model is overloaded.', type: 'server_error', code: null },
};

export function errorBody({ status, message, type, code }: ScriptedError, param: string | null = null): string {
  const words = WORDS[status] ?? { message: 'The request failed.', type: 'server_error', code: null };
  return JSON.stringify({
    error: {
      message: message ?? words.message,
      type: type ?? words.type,
      param,
      code: code === undefined ? words.code : code,
    },
  });
}

export const badKey: ScriptedError = { status: 401 };
export const unreadable: ScriptedError = { status: 400, message: 'The body could not be parsed as JSON.' };

export function unknownPath(method: string, path: string): ScriptedError {
  return { status: 404, message: `Unknown request URL: ${method} ${path}.` };
}

export function unknownModel(model: string): ScriptedError {
  return { status: 404, message: `The model '${model}' does not exist.`, code: 'model_not_found' };
}

export function contextTooLong(maxTokens: number, tokens: number): ScriptedError {
  return {
    status: 400,
    message: `This model's maximum context length is ${maxTokens} tokens, but the messages have ${tokens}.`,
    code: 'context_length_exceeded',
  };
}

export function invalid(message: string): ScriptedError {
  return { status: 400, message };
}

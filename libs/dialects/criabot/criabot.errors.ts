import type { Failure, RenderedFailure } from '#infra/http';
import { defineErrors, type ErrorKind, SECOND_MS } from '#kernel';

export const criabotErrors = defineErrors('criabot', {
  other_bot: { kind: 'forbidden', message: 'The key of a bot opens this bot alone.' },
  bot_not_found: { kind: 'not_found', message: 'That bot could not be found!' },
  question_not_named: {
    kind: 'not_found',
    message: 'No question was named: file_name must be the document_name that its upload answered.',
  },
  extra_bot_not_found: { kind: 'not_found', message: 'One or more bots could not be found in the query.' },
});

/** What domains say by these codes, in the words that clients of the dialect know. */
const MESSAGES: Readonly<Record<string, string>> = {
  'bots.not_found': 'That bot could not be found!',
  'bots.slug_taken': 'That bot already exists!',
};

interface Wording {
  status: number;
  code: string;
}

const UNAUTHORIZED: Wording = { status: 401, code: 'UNAUTHORIZED' };
const UNPROCESSABLE: Wording = { status: 422, code: 'ERROR' };
const MODEL_FAILED: Wording = { status: 503, code: 'CRIADEX_ERROR' };

const WORDING: Record<ErrorKind, Wording> = {
  invalid_input: UNPROCESSABLE,
  malformed: UNPROCESSABLE,
  unsupported: UNPROCESSABLE,
  unauthenticated: UNAUTHORIZED,
  // A valid key for the wrong bot or operation is told the same as no key.
  forbidden: UNAUTHORIZED,
  not_found: { status: 404, code: 'NOT_FOUND' },
  conflict: { status: 409, code: 'DUPLICATE' },
  too_large: { status: 413, code: 'ERROR' },
  rate_limited: { status: 429, code: 'RATE_LIMIT' },
  unavailable: { status: 503, code: 'ERROR' },
  internal: { status: 500, code: 'ERROR' },
};

/** Codes of errors that a model provider caused. */
const MODEL_FAILURE = /^(?:llm|models|embeddings|reranking)\./;

export function renderCriabotFailure(failure: Failure): RenderedFailure {
  const ofModel = failure.kind === 'unavailable' && MODEL_FAILURE.test(failure.code);
  const { status, code } = ofModel ? MODEL_FAILED : WORDING[failure.kind];
  const message = MESSAGES[failure.code] ?? failure.message;
  const timestamp = Math.floor(failure.at.getTime() / SECOND_MS);
  return { status, body: { status, message, timestamp, code, ...detailOf(status, failure) } };
}

/** On 401 a text, on 422 a list in the manner of FastAPI. */
function detailOf(status: number, { message, fields }: Failure): { detail?: unknown } {
  if (status === 401) return { detail: message };
  if (status !== 422) return {};
  if (fields.length === 0) return { detail: [{ loc: ['body'], msg: message, type: 'value_error' }] };
  const type = (missing: boolean | undefined) => (missing ? 'missing' : 'value_error');
  return { detail: fields.map((one) => ({ loc: locationOf(one.field), msg: one.message, type: type(one.missing) })) };
}

/** Fields of paths and queries; all others stand in bodies. */
const PLACES: ReadonlyMap<string, string> = new Map([
  ['document_name', 'query'],
  ['page', 'query'],
  ['page_size', 'query'],
]);

/** Where it stands, from the outside in; places in lists are numbers. */
function locationOf(field: string): Array<string | number> {
  const [first = '', ...rest] = field.split('.');
  const place = first === 'path' ? [] : [PLACES.get(first) ?? 'body'];
  return [...place, first, ...rest.map((part) => (/^\d+$/.test(part) ? Number(part) : part))];
}

export const CRIABOT_ERROR_SCHEMA = {
  type: 'object',
  required: ['status', 'message', 'timestamp', 'code'],
  properties: {
    status: { type: 'integer', description: 'The HTTP status again.' },
    message: { type: 'string', description: 'What was wrong, for a person.' },
    timestamp: { type: 'integer', description: 'Unix time in seconds.' },
    code: {
      title: 'ErrorCode',
      type: 'string',
      description: 'What was wrong, for a program.',
      enum: [...new Set([...Object.values(WORDING), MODEL_FAILED].map(({ code }) => code))],
    },
    detail: { description: 'On 401 a text, on 422 the refused fields.' },
  },
};

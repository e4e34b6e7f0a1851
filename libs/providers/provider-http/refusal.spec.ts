import { refusalOf, retryAfterMsOf } from './refusal';

const reasonOf = (status: number, body: object | string) =>
  refusalOf(status, typeof body === 'string' ? body : JSON.stringify(body), undefined).reason;

describe('refusalOf', () => {
  it.each([
    // OpenAI
    [
      400,
      { error: { message: "This model's maximum context length is 8192 tokens, however you requested 9001." } },
      'input_too_long',
    ],
    [400, { error: { message: "Invalid 'input': maximum input length is 8192 tokens." } }, 'input_too_long'],
    [
      400,
      { error: { message: "Invalid 'input': array too long. Expected an array with maximum length 2048." } },
      'too_many_texts',
    ],
    [
      400,
      { error: { message: "Invalid 'input': maximum request size is 300000 tokens per request." } },
      'body_too_large',
    ],
    [429, { error: { message: 'Rate limit reached.', code: 'rate_limit_exceeded' } }, 'rate_limited'],
    [429, { error: { message: 'You exceeded your current quota.', code: 'insufficient_quota' } }, 'no_quota'],
    [401, { error: { message: 'Incorrect API key provided.', code: 'invalid_api_key' } }, 'bad_key'],
    // Google's compatible API
    [
      400,
      { error: { message: 'BatchEmbedContentsRequest.requests: at most 100 requests can be in one batch' } },
      'too_many_texts',
    ],
    // text-embeddings-inference
    [413, { error: '`inputs` must have less than 512 tokens. Given: 600', error_type: 'Validation' }, 'input_too_long'],
    [422, { error: 'batch size 64 > maximum allowed batch size 32', error_type: 'Validation' }, 'too_many_texts'],
    [429, { error: 'Model is overloaded', error_type: 'Overloaded' }, 'rate_limited'],
    // Ollama
    [404, { error: 'model "x" not found, try pulling it first' }, 'no_such_model'],
    [400, { error: 'the input length exceeds the context length' }, 'input_too_long'],
    // llama.cpp
    [
      500,
      { error: { code: 500, message: 'input is too large to process. increase the physical batch size' } },
      'input_too_long',
    ],
    // Cohere
    [400, { message: 'invalid request: too many documents' }, 'too_many_texts'],
    [401, { message: 'invalid api token' }, 'bad_key'],
    // proxies
    [413, '<html><h1>413 Request Entity Too Large</h1></html>', 'body_too_large'],
    [502, '<html><h1>502 Bad Gateway</h1></html>', 'unavailable'],
    [403, '', 'bad_key'],
    [400, { detail: [{ loc: ['body', 'model'], msg: 'field required' }] }, 'rejected'],
  ])('reads %i %j as %s', (status, body, reason) => expect(reasonOf(status, body)).toBe(reason));

  it('quotes the provider wherever it puts its words', () => {
    const wordsOf = (body: object) => refusalOf(400, JSON.stringify(body), undefined).message;
    for (const body of [{ error: { message: 'No.' } }, { error: 'No.' }, { message: 'No.' }, { detail: 'No.' }])
      expect(wordsOf(body)).toBe('HTTP 400: No.');
    expect(wordsOf({ detail: [{ msg: 'No.' }] })).toBe('HTTP 400: {"detail":[{"msg":"No."}]}');
  });

  it.each([
    'our-own-odd-key',
    'sk-proj-0123456789abcdef',
    'jina_0123456789abcdef',
    'AIzaSy0123456789',
    'Bearer abcdef',
  ])('never quotes the key %s, also at the end of what is quoted', (key) => {
    for (const padding of [0, 280, 290]) {
      const { message } = refusalOf(400, `${'.'.repeat(padding)} ${key} was refused`, 'our-own-odd-key');
      expect(message).not.toContain(key.slice(0, 9));
    }
  });
});

describe('retryAfterMsOf', () => {
  const NOW_MS = Date.UTC(2026, 10, 21, 8, 0, 0);

  it.each([
    ['0', 0],
    ['1.5', 1_500],
    ['Sat, 21 Nov 2026 08:00:03 GMT', 3_000],
    ['Sat, 21 Nov 2026 07:00:00 GMT', 0],
    ['-3', 0],
    ['soon', undefined],
    [' ', undefined],
    [null, undefined],
  ])('reads %j as %s ms', (header, expected) => expect(retryAfterMsOf(header, NOW_MS)).toBe(expected));
});

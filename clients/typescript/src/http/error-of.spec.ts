import {
  AuthenticationError,
  ConflictError,
  NotFoundError,
  ParleyError,
  PermissionError,
  RateLimitError,
  ServerError,
  ValidationError,
} from '../errors';
import { errorOf, errorOfFrame } from './error-of';

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers });

describe('the error of an answer', () => {
  test.each([
    [400, ValidationError],
    [401, AuthenticationError],
    [403, PermissionError],
    [404, NotFoundError],
    [409, ConflictError],
    [413, ValidationError],
    [418, ParleyError],
    [422, ValidationError],
    [429, RateLimitError],
    [500, ServerError],
    [503, ServerError],
  ])('of %i is its own class', async (status, Class) => {
    const error = await errorOf(answer(status, {}));
    expect(error).toBeInstanceOf(ParleyError);
    expect([error.constructor, error.name, error.status]).toEqual([Class, Class.name, status]);
  });

  const problem = { field: 'name', message: 'name must be a text.' };

  test.each([
    [
      'platform',
      {
        status: 'error',
        message: 'No.',
        code: 'VALIDATION_ERROR',
        details: { fields: [{ ...problem, missing: true }] },
      },
      { message: 'No.', code: 'VALIDATION_ERROR', fields: [{ ...problem, missing: true }] },
    ],
    [
      'assistant',
      { error: { code: 'INVALID_REQUEST', message: 'No.', details: { missing_fields: ['name'], fields: [problem] } } },
      { message: 'No.', code: 'INVALID_REQUEST', fields: [problem] },
    ],
    [
      'support',
      {
        error: {
          code: 'invalid_request',
          message: 'No.',
          details: { field: 'name', expected: 'a text' },
          request_id: 'req_1',
        },
      },
      { message: 'No.', code: 'invalid_request', requestId: 'req_1', fields: [{ field: 'name', message: 'a text' }] },
    ],
    [
      'manager',
      { error: { code: 'validation_error', message: 'No.', details: { fields: [problem] } } },
      { message: 'No.', code: 'validation_error', fields: [problem] },
    ],
    [
      'criabot',
      {
        status: 422,
        message: 'No.',
        timestamp: 1,
        code: 'ERROR',
        detail: [{ loc: ['body', 'name'], msg: 'a text', type: 'missing' }],
      },
      { message: 'No.', code: 'ERROR', fields: [{ field: 'name', message: 'a text', missing: true }] },
    ],
    ['a proxy', '<h1>Bad request</h1>', { message: 'The server answered 400.', code: undefined, fields: [] }],
  ])('of %s has its words, fields and ids', async (_, body, expected) => {
    const error = await errorOf(answer(400, body));
    expect(error).toMatchObject({ ...expected, status: 400, body });
    const { message, code, fields, requestId, retryAfterMs } = await errorOf(
      answer(503, body, { 'x-request-id': 'req_2', 'retry-after': '3' }),
    );
    expect({ message, code, fields }).toMatchObject({ code: expected.code, fields: expected.fields });
    expect([requestId, retryAfterMs]).toEqual(['req_2', 3_000]);
  });

  test('of a frame is what the frame says', () => {
    const error = errorOfFrame({ error: { code: 'SERVICE_UNAVAILABLE', message: 'Later.' } }, 'req_3');
    expect(error).toBeInstanceOf(ServerError);
    expect(error).toMatchObject({
      message: 'Later.',
      code: 'SERVICE_UNAVAILABLE',
      requestId: 'req_3',
      status: undefined,
    });
  });
});

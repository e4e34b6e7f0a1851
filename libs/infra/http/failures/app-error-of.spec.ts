import { BadRequestException, HttpException, NotFoundException } from '@nestjs/common';
import { AppError } from '#kernel';
import { appErrorOf } from './app-error-of';
import { failureOf } from './failure-of';

const fastifyError = (code: string) => Object.assign(new Error('from Fastify'), { code });

describe('whatever is thrown', () => {
  test('an AppError stays what it is', () => {
    const error = new AppError('bots.not_found', 'not_found', 'There is no such bot.');
    expect(appErrorOf(error)).toBe(error);
  });

  test.each([
    ['FST_ERR_CTP_INVALID_JSON_BODY', 'malformed'],
    ['FST_ERR_CTP_INVALID_MEDIA_TYPE', 'malformed'],
    ['FST_ERR_CTP_BODY_TOO_LARGE', 'too_large'],
    ['FST_ERR_BAD_URL', 'not_found'],
    ['FST_ERR_MAX_PARAM_LENGTH', 'not_found'],
  ])('%s is %s, bare or wrapped by Nest', (code, kind) => {
    const cause = fastifyError(code);
    expect(appErrorOf(cause).kind).toBe(kind);
    expect(appErrorOf(new HttpException('x', 400, { cause })).kind).toBe(kind);
  });

  test.each([
    [400, 'invalid_input'],
    [405, 'not_found'],
    [418, 'invalid_input'],
    [429, 'rate_limited'],
    [500, 'internal'],
    [503, 'unavailable'],
  ])("Nest's %i is %s", (status, kind) => {
    expect(appErrorOf(new HttpException('x', status)).kind).toBe(kind);
  });

  test("a missing path does not repeat the caller's address", () => {
    expect(appErrorOf(new NotFoundException('Cannot GET /secret')).message).toBe('There is nothing at this path.');
    expect(appErrorOf(new BadRequestException('Too short.')).message).toBe('Too short.');
  });

  test.each([new TypeError('x is not a function'), 'text', null])('%p is internal and keeps its cause', (thrown) => {
    expect(appErrorOf(thrown)).toMatchObject({ kind: 'internal', cause: thrown });
  });

  test('of an internal error the caller learns the request id alone', () => {
    const at = new Date();
    const failure = failureOf(appErrorOf(new Error('password is hunter2')), 'req_1', at);
    expect(failure).toMatchObject({ kind: 'internal', requestId: 'req_1', at, fields: [] });
    expect(failure.message).toContain('req_1');
    expect(failure.message).not.toContain('hunter2');
  });
});

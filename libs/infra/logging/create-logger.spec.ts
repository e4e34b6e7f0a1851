import { AppError } from '#kernel';
import { createLogger, type LogLevel } from './create-logger';
import { LogContext } from './log-context';

function loggerInto(lines: Array<Record<string, unknown>>, level: LogLevel = 'info') {
  return createLogger(level, { write: (line) => void lines.push(JSON.parse(line)) });
}

describe('a log line', () => {
  let lines: Array<Record<string, unknown>>;
  beforeEach(() => {
    lines = [];
  });

  test('is one JSON object with level, time and message', () => {
    loggerInto(lines).warn({ message: 'Low on tea.', cups: 2 });
    expect(lines).toEqual([
      { level: 'warn', time: expect.stringMatching(/^\d{4}-.*Z$/), message: 'Low on tea.', cups: 2 },
    ]);
  });

  test('carries the context in which it is written, also after waiting', async () => {
    const logger = loggerInto(lines);
    await LogContext.run({ requestId: 'req_1' }, async () => {
      await Promise.resolve();
      LogContext.add({ teamId: 'team' });
      logger.info({ message: 'in' });
    });
    logger.info({ message: 'out' });
    expect(lines[0]).toMatchObject({ requestId: 'req_1', teamId: 'team' });
    expect(lines[1]).not.toHaveProperty('requestId');
  });

  test('of an inner context carries the outer one, which stays as it was', () => {
    const logger = loggerInto(lines);
    LogContext.run({ requestId: 'req_1' }, () => {
      LogContext.run({ jobId: 'job' }, () => LogContext.add({ teamId: 'team' }));
      logger.info({ message: 'outer' });
    });
    expect(lines[0]).toMatchObject({ requestId: 'req_1' });
    expect(lines[0]).not.toHaveProperty('teamId');
  });

  test.each([
    'authorization',
    'X-Api-Key',
    'apiKey',
    'api_key',
    'password',
    'newPassword',
    'refreshToken',
    'clientSecret',
    'set-cookie',
  ])('hides the value of %s at any depth', (name) => {
    loggerInto(lines).info({
      message: 'x',
      [name]: 'hunter2',
      headers: [{ [name]: 'hunter2' }],
      a: { b: { [name]: { deep: 'hunter2' } } },
    });
    expect(JSON.stringify(lines)).not.toContain('hunter2');
    expect(lines[0]![name]).toBe('[redacted]');
  });

  test('keeps numbers that only sound like secrets', () => {
    loggerInto(lines).info({ message: 'x', maxToken: 100, hasPassword: true, totalTokens: 7 });
    expect(lines[0]).toMatchObject({ maxToken: 100, hasPassword: true, totalTokens: 7 });
  });

  test('tells an error with its code, kind and causes, and nothing else that hangs on it', () => {
    const cause = Object.assign(new Error('refused'), {
      code: 'ECONNREFUSED',
      config: { headers: { authorization: 'hunter2' } },
    });
    loggerInto(lines).error({ message: 'x', err: new AppError('llm.down', 'unavailable', 'No answer.', { cause }) });
    expect(lines[0]!.err).toMatchObject({
      code: 'llm.down',
      kind: 'unavailable',
      message: 'No answer.',
      stack: expect.stringContaining('AppError'),
      cause: { code: 'ECONNREFUSED', message: 'refused' },
    });
    expect(JSON.stringify(lines)).not.toContain('hunter2');
  });

  test('of no level is written when the level is silent', () => {
    loggerInto(lines, 'silent').fatal({ message: 'x' });
    expect(lines).toEqual([]);
  });
});

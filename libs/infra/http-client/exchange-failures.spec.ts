import { failureOf, timedOut } from './exchange-failures';
import { httpClientErrors } from './http-client.errors';

const systemError = (code: string, cause?: unknown) =>
  Object.assign(new Error(`connect ${code} 10.1.2.3:443`, { cause }), { code });

describe('the failure of an exchange', () => {
  test.each([
    ['ENOTFOUND', 'The host name could not be resolved.'],
    ['ECONNREFUSED', 'The connection was refused.'],
    ['ECONNRESET', 'The connection was closed before an answer came.'],
    ['UND_ERR_SOCKET', 'The connection was closed before an answer came.'],
    ['EHOSTUNREACH', 'The host could not be reached.'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'The certificate of the host is not accepted (DEPTH_ZERO_SELF_SIGNED_CERT).'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'The certificate of the host is not accepted (ERR_TLS_CERT_ALTNAME_INVALID).'],
    ['EPROTO', 'No encrypted connection came about.'],
    ['HPE_INVALID_CONSTANT', 'The answer was not HTTP.'],
    ['ESOMETHING', 'The connection failed.'],
  ])('%s: nobody was reached', (code, error) =>
    expect(failureOf(systemError(code))).toEqual({ outcome: 'unreachable', error }),
  );

  test('is found in the cause', () => {
    expect(failureOf(new Error('fetch failed', { cause: systemError('ECONNREFUSED') }))).toEqual({
      outcome: 'unreachable',
      error: 'The connection was refused.',
    });
  });

  test('is a timeout where the time was over', () => {
    expect(failureOf(systemError('UND_ERR_CONNECT_TIMEOUT')).outcome).toBe('timed_out');
    expect(timedOut(10_000)).toEqual({ outcome: 'timed_out', error: 'No answer came within 10 s.' });
  });

  test('is an address that was refused, in the words of the guard', () => {
    expect(failureOf(httpClientErrors.address_refused())).toEqual({
      outcome: 'address_refused',
      error: expect.stringContaining('private or reserved network'),
    });
  });

  test('never names an address', () => {
    for (const code of ['ECONNREFUSED', 'EPERM', 'EACCES', 'ERR_SSL_WRONG_VERSION_NUMBER'])
      expect(failureOf(systemError(code)).error).not.toMatch(/\d+\.\d+/);
    expect(failureOf('what')).toEqual({ outcome: 'unreachable', error: 'The connection failed.' });
  });
});

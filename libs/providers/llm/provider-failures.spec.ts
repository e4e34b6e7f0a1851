import { AppError } from '#kernel';
import { brokenAnswer, noConnection, providerWordsOf, refusalOf, retryAfterMsOf } from './provider-failures';

describe('what a provider said of a failure', () => {
  it.each([
    ['{"error":{"message":"No."}}', 'HTTP 400: No.'],
    ['{"error":"No."}', 'HTTP 400: No.'],
    ['[{"error":{"code":400,"message":"No."}}]', 'HTTP 400: No.'],
    ['<html>No.</html>', 'HTTP 400: <html>No.</html>'],
    ['', 'HTTP 400: '],
  ])('is found in %j', (body, words) => {
    expect(providerWordsOf(refusalOf(400, body, undefined).error)).toBe(words);
  });

  it('is found under what others wrapped around it, and absent where nobody said anything', () => {
    expect(providerWordsOf(new Error('All failed.', { cause: brokenAnswer('It broke.') }))).toBe('It broke.');
    expect(providerWordsOf(new Error('Something else.'))).toBeUndefined();
    expect(providerWordsOf('text')).toBeUndefined();
  });

  it.each(['sk-abcdefghijk', 'AIzaSyA1234567890abcdefghijklmn', 'Bearer abc.def'])('has no key in it: %s', (key) => {
    const { error } = refusalOf(400, `Bad key ${key} at https://x/v1?alt=sse&key=secret123`, undefined);
    expect(providerWordsOf(error)).toBe('HTTP 400: Bad key [key] at https://x/v1?alt=sse&key=[key]');
  });

  it('is short', () => {
    expect(providerWordsOf(refusalOf(400, 'x'.repeat(10_000), undefined).error)).toHaveLength(300);
  });
});

describe('a failure to connect', () => {
  it('passes when a connection was lost, and not when it is slow or refused by our own guard', () => {
    const coded = (code: string) => new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
    expect(noConnection(coded('ECONNRESET')).isPassing).toBe(true);
    expect(noConnection(coded('UND_ERR_CONNECT_TIMEOUT')).isPassing).toBe(false);
    const guarded = new AppError('guard.private_address', 'forbidden', 'The address is private.');
    const refused = noConnection(new TypeError('fetch failed', { cause: guarded }));
    expect(refused.isPassing).toBe(false);
    expect(providerWordsOf(refused.error)).toBe('The address is private.');
    expect(providerWordsOf(noConnection(coded('ECONNRESET')).error)).toContain('ECONNRESET');
  });
});

describe('Retry-After', () => {
  it.each([
    ['2', 2_000],
    ['0', 0],
    ['Thu, 01 Jan 1970 00:00:05 GMT', 4_000],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%j is %j ms', (header, expected) => {
    expect(retryAfterMsOf(header, 1_000)).toBe(expected);
  });
});

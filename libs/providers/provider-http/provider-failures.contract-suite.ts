import { type AddressInfo, createServer } from 'node:net';
import { inspect } from 'node:util';
import { AppError } from '#kernel';
import { eventually } from '#testing';
import type { ProtocolServer, ScriptedFailure } from '#testing/retrieval-models';
import { providerWordsOf } from './provider-failure';

export interface CallSettings {
  /** Where the server listens, without a path. */
  origin?: string;
  apiKey?: string;
  model?: string;
}

export interface ProviderUnderTest {
  /** Of the codes, e.g. `embeddings`. */
  domain: string;
  apiKey: string;
  /** Answers when all is well. */
  server(): ProtocolServer;
  /** A call that succeeds when all is well. */
  call(settings?: CallSettings, signal?: AbortSignal): Promise<unknown>;
}

/** How a provider's failures reach callers, the same for all that take JSON and give JSON: run it for each adapter. */
export function describeProviderFailures({ domain, apiKey, server, call }: ProviderUnderTest): void {
  async function failing(settings?: CallSettings, signal?: AbortSignal) {
    const error = await call(settings, signal).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    const { code, kind, retryAfterMs } = (error instanceof AppError ? error : {}) as Partial<AppError>;
    return { error, reason: code?.replace(`${domain}.`, ''), kind, retryAfterMs, words: providerWordsOf(error) ?? '' };
  }

  /** The time of the call is up as soon as the server has the request. */
  async function failingWhenTimeIsUp() {
    const clock = new AbortController();
    jest.spyOn(AbortSignal, 'timeout').mockReturnValueOnce(clock.signal);
    const failure = failing();
    await eventually(() => server().requests.length === 1);
    clock.abort();
    return failure;
  }

  afterEach(() => jest.restoreAllMocks());

  describe('says what went wrong', () => {
    it('when the provider is busy, and for how long', async () => {
      server().failWith({ status: 429, retryAfter: '30' });
      const busy = { reason: 'provider_rate_limited', kind: 'rate_limited', retryAfterMs: 30_000 };
      expect(await failing()).toMatchObject(busy);
      expect(server().requests).toHaveLength(1);
    });

    it.each([500, 502, 503, 529])('when the provider fails with %i', async (status) => {
      server().failWith({ status, body: '<html>Sorry.</html>' });
      const failure = await failing();
      expect(failure).toMatchObject({ reason: 'provider_unavailable', kind: 'unavailable' });
      expect(failure.words).toBe(`HTTP ${status}: <html>Sorry.</html>`);
    });

    it('when the key is wrong, without saying it', async () => {
      const wrong = 'another-key-0123456789';
      const failure = await failing({ apiKey: wrong });
      expect(failure).toMatchObject({ reason: 'provider_refused_credentials', kind: 'internal' });
      expect(failure.words).toMatch(/^HTTP 401: \w+/);
      expect(inspect(failure.error, { depth: 9 })).not.toContain(wrong);
    });

    it.each(['ключ-0123456789', 'two\nlines'])('when the key cannot be sent, without saying it: %j', async (key) => {
      const failure = await failing({ apiKey: key });
      expect(failure).toMatchObject({
        reason: 'provider_refused_credentials',
        words: 'The key has characters that cannot be sent.',
      });
      expect(inspect(failure.error, { depth: 9 })).not.toContain(key);
      expect(server().requests).toHaveLength(0);
    });

    it('when there is no such model', async () => {
      expect(await failing({ model: 'gone' })).toMatchObject({ reason: 'provider_lacks_model', kind: 'internal' });
    });

    it('when the request is refused, in the words of the provider, shortened', async () => {
      const message = `Access denied: ${'very '.repeat(200)}secret.`;
      server().failWith({ status: 400, body: { error: { message } } });
      const { reason, words } = await failing();
      expect([reason, words.slice(0, 23), words.length <= 320]).toEqual([
        'provider_rejected',
        'HTTP 400: Access denied',
        true,
      ]);
    });

    it('when the provider says nothing, or redirects, which is not followed', async () => {
      server().failOnce({ status: 400, body: '' }, { status: 307, location: 'http://127.0.0.1:9/', body: '' });
      expect((await failing()).words).toBe('HTTP 400: it did not say why');
      expect((await failing()).words).toBe('HTTP 307: it redirects to another address');
      expect(server().requests).toHaveLength(2);
    });

    it('when nobody listens, without naming the address', async () => {
      const gone = createServer().listen(0, '127.0.0.1');
      await new Promise((resolve) => gone.once('listening', resolve));
      const { port } = gone.address() as AddressInfo;
      await new Promise((resolve) => gone.close(resolve));
      const failure = await failing({ origin: `http://127.0.0.1:${port}` });
      expect(failure).toMatchObject({
        reason: 'provider_unavailable',
        words: 'No connection to the provider (ECONNREFUSED).',
      });
    });

    it.each(['reset', 'cut-off'] as const)('when the connection breaks: %s', async (fault) => {
      server().failWith({ fault });
      expect(await failing()).toMatchObject({ reason: 'provider_unavailable' });
    });

    it('when the answer is no JSON, or another one than was asked for', async () => {
      server().failOnce(
        { fault: 'malformed' },
        ...['null', '[]', '{}', '{"data":[{}],"results":[{}]}', '7'].map(whole),
      );
      for (let call = 0; call < 6; call++)
        expect(await failing()).toMatchObject({ reason: 'provider_answer_unreadable', kind: 'unavailable' });
      expect(server().requests).toHaveLength(6);
    });

    it('when the address is that of a page for people, which is quoted', async () => {
      server().failOnce(whole('<!doctype html><title>Welcome</title>'), { fault: 'malformed' });
      expect((await failing()).words).toBe('The answer is no JSON: <!doctype html><title>Welcome</title>');
      expect((await failing()).words).toBe('The answer is JSON that breaks off.');
    });

    it('when the answer has no end', async () => {
      server().failWith({ fault: 'endless' });
      expect(await failing()).toMatchObject({ reason: 'provider_answer_unreadable' });
      await eventually(() => server().requests[0]?.hungUp);
    });

    it.each(['stall', 'stall-in-body'] as const)('when it takes too long: %s', async (fault) => {
      server().failWith({ fault });
      expect(await failingWhenTimeIsUp()).toMatchObject({ reason: 'provider_timed_out', kind: 'unavailable' });
      await eventually(() => server().requests[0]?.hungUp);
      expect(server().requests).toHaveLength(1);
    });

    it('when a pause before the second call would take longer than there is time', async () => {
      server().failWith({ status: 503, retryAfter: '2' });
      expect(await failingWhenTimeIsUp()).toMatchObject({ reason: 'provider_timed_out' });
      expect(server().requests).toHaveLength(1);
    });
  });

  describe('tries again', () => {
    const passing: ScriptedFailure[] = [
      { status: 429, retryAfter: '0' },
      { status: 503 },
      { fault: 'reset' },
      { fault: 'cut-off' },
    ];
    it.each(passing)('once, when it passes soon: %j', async (failure) => {
      server().failOnce(failure);
      await call();
      server().failOnce(failure, failure);
      expect(await failing()).toMatchObject({ reason: expect.stringMatching(/rate_limited|unavailable/) });
      expect(server().requests).toHaveLength(4);
    });

    it('not for what does not pass', async () => {
      const noMoney = { error: { message: 'You exceeded your current quota.', code: 'insufficient_quota' } };
      server().failOnce({ status: 429, body: noMoney }, { status: 400 }, { status: 503, retryAfter: '3' });
      for (let call = 0; call < 3; call++) await failing();
      expect(server().requests).toHaveLength(3);
    });
  });

  describe('leaves at once when the signal says so', () => {
    it.each(['stall', 'stall-in-body'] as const)('while the provider does not answer: %s', async (fault) => {
      server().failWith({ fault });
      const leaving = new AbortController();
      const failure = failing({}, leaving.signal);
      await eventually(() => server().requests.length === 1);
      const reason = new Error('The user left.');
      leaving.abort(reason);
      expect((await failure).error).toBe(reason);
      await eventually(() => server().requests[0]?.hungUp);
    });

    it('before the first call, and in the pause before the second', async () => {
      const reason = new Error('The user left.');
      expect((await failing({}, AbortSignal.abort(reason))).error).toBe(reason);
      expect(server().requests).toHaveLength(0);
      server().failWith({ status: 503, retryAfter: '2' });
      const leaving = new AbortController();
      const failure = failing({}, leaving.signal);
      await eventually(() => server().requests.length === 1);
      leaving.abort(reason);
      expect((await failure).error).toBe(reason);
      expect(server().requests).toHaveLength(1);
    });
  });

  it('sends its key, and JSON', async () => {
    await call();
    const { method, headers } = server().requests[0]!;
    expect([method, headers['content-type'], headers.accept]).toEqual(['POST', 'application/json', 'application/json']);
    expect(Object.values(headers).join(' ')).toContain(apiKey);
  });
}

function whole(body: string): ScriptedFailure {
  return { status: 200, body };
}

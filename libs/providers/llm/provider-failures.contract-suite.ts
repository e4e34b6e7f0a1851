/** How every adapter of a provider fails, and when it tries again, whatever the wire. */
import { eventually } from '../../testing/eventually';
import { HeldTime } from '../../testing/held-time';
import type { ScriptedAnswer } from '../../testing/llm';
import { openingHoursRequest, textOf } from './llm.contract-suite';
import { HELD_TIMEOUT_MS, HOWS, KEY, type ProviderBench } from './provider-bench.contract-suite';

export function describeProviderFailures(bench: ProviderBench): void {
  const { provider, ask, failing } = bench;

  describe.each(HOWS)('%s', (_how, stream) => {
    it.each<[object, string, string | undefined]>([
      [{ status: 400, message: 'Something is odd.' }, 'llm.provider_rejected', 'Something is odd.'],
      [{ status: 400, message: 'prompt is too long: 9000 tokens' }, 'llm.context_too_long', '9000 tokens'],
      [{ status: 401, message: 'Who are you?' }, 'llm.provider_refused_credentials', 'Who are you?'],
      [{ status: 403, message: 'Not for you.' }, 'llm.provider_refused_credentials', 'Not for you.'],
      [{ status: 404, message: 'No such model.' }, 'llm.provider_lacks_model', 'No such model.'],
      [{ status: 500, message: 'We are sorry.' }, 'llm.provider_unavailable', 'We are sorry.'],
      [{ status: 503, rawBody: '<html>Bad gateway</html>' }, 'llm.provider_unavailable', 'Bad gateway'],
      [{ status: 302, rawBody: '' }, 'llm.provider_rejected', 'HTTP 302'],
    ])('fails in our words, with the provider’s behind them: %j', async (reply, code, words) => {
      bench.server.replyWith(reply as { status: number });
      const failure = await failing({ stream });
      expect([failure.told, failure.code]).toEqual(['', code]);
      expect(failure.words).toContain(words);
    });

    const broken: ScriptedAnswer[] = [
      { fault: { kind: 'reset', afterPieces: 2 } },
      { fault: { kind: 'cut-off', afterPieces: 2 } },
      { fault: { kind: 'early-end', afterPieces: 2 } },
      { fault: { kind: 'malformed', afterPieces: 2 } },
      { fault: { kind: 'error-event', afterPieces: 2, message: 'Out of memory.' } },
      { fault: { kind: 'endless-line', afterPieces: 2 } },
    ];
    it.each(broken)('never takes half an answer for a whole one: %j', async (script) => {
      bench.server.replyWith({ pieces: ['At ', '9:00', ' [1].'], pieceDelayMs: 5, ...script });
      const failure = await failing({ stream });
      expect(failure).toMatchObject({ told: stream ? 'At 9:00' : '', code: 'llm.provider_unavailable' });
      expect(failure.words ?? 'At 9:00').not.toContain(KEY);
      expect(bench.server.chats).toHaveLength(1);
    });

    it.each<ScriptedAnswer>([
      { fault: { kind: 'stall' } },
      { fault: { kind: 'stall', afterPieces: 0 } },
      { fault: { kind: 'slow-head', byteDelayMs: 10 } },
    ])('waits no longer than it may for the answer to begin: %j', async (script) => {
      bench.server.replyOnce(script);
      const time = new HeldTime(HELD_TIMEOUT_MS);
      const failure = failing({ stream }, { timeoutMs: HELD_TIMEOUT_MS });
      await eventually(() => bench.server.chats.length === 1);
      time.pass();
      expect(await failure).toMatchObject({ told: '', code: 'llm.provider_timed_out' });
      await eventually(() => bench.server.chats[0]?.hungUp);
      expect(bench.server.chats).toHaveLength(1);
    });
  });

  it('says what failed under way', async () => {
    bench.server.replyOnce({
      pieces: ['At ', '9'],
      fault: { kind: 'error-event', afterPieces: 1, message: `No ${KEY} memory.` },
    });
    expect((await failing()).words).toMatch(/No \[key\] memory/);
  });

  it('waits no longer than it may between two pieces', async () => {
    bench.server.replyOnce({ pieces: ['At ', '9:00'], fault: { kind: 'stall', afterPieces: 1 } });
    const time = new HeldTime(HELD_TIMEOUT_MS);
    const model = bench.modelOf({ timeoutMs: HELD_TIMEOUT_MS });
    let told = '';
    const reading = (async () => {
      for await (const event of model.generate(openingHoursRequest(model)))
        if (event.type === 'delta') told += event.text;
    })();
    await eventually(() => told === 'At ' && time.isCounted);
    time.pass();
    await expect(reading).rejects.toMatchObject({ code: 'llm.provider_timed_out' });
    expect(told).toBe('At ');
    await eventually(() => bench.server.chats[0]?.hungUp);
  });

  it.each([[{ status: 429, retryAfter: '0' }], [{ status: 503 }], [{ fault: { kind: 'reset' as const } }]])(
    'calls once more when nothing was said and it passes soon: %j',
    async (reply) => {
      bench.server.replyOnce(reply, { text: 'At 9:00.' });
      expect(textOf(await ask())).toBe('At 9:00.');
      bench.server.replyOnce(reply, reply, { text: 'Too late.' });
      await failing();
      expect(bench.server.chats).toHaveLength(4);
    },
  );

  it('says when to come back, if that is not soon', async () => {
    bench.server.replyWith({ status: 429, retryAfter: '7' });
    expect(await failing()).toMatchObject({ code: 'llm.provider_rate_limited', retryAfterMs: 7_000 });
    expect(bench.server.chats).toHaveLength(1);
  });

  it('tells wrong credentials and an unknown model as such', async () => {
    expect(await failing({}, { apiKey: 'wrong-key' })).toMatchObject({ code: 'llm.provider_refused_credentials' });
    expect(await failing({}, { model: 'other' })).toMatchObject({ code: 'llm.provider_lacks_model' });
  });

  it('never repeats a key, neither in the message nor in what is behind it', async () => {
    bench.server.replyWith({ status: 401, message: `Incorrect API key provided: ${KEY}. Bearer ${KEY}` });
    const failure = await failing();
    expect(failure.words).toContain('Incorrect API key provided: [key]');
    expect(failure.everything).not.toContain('verysecret');
  });

  it('fails when nobody listens', async () => {
    const gone = await provider.start({ apiKey: KEY, models: [] });
    const { baseUrl } = gone;
    await gone.stop();
    const failure = await failing({}, { baseUrl });
    expect(failure).toMatchObject({
      code: 'llm.provider_unavailable',
      words: expect.stringContaining('ECONNREFUSED'),
    });
  });

  it.each([[{ kind: 'stall' as const }], [{ kind: 'stall' as const, afterPieces: 1 }]])(
    'leaves at once when the signal says so, whatever the provider does: %j',
    async (fault) => {
      bench.server.replyOnce({ fault });
      const leaving = new AbortController();
      const failure = failing({ signal: leaving.signal });
      await eventually(() => bench.server.chats.length === 1);
      leaving.abort(new Error('The user left.'));
      expect(await failure).toMatchObject({ message: 'The user left.' });
      await eventually(() => bench.server.chats[0]?.hungUp);
    },
  );
}

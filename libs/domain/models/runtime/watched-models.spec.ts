import { renderMetrics } from '#infra/metrics';
import { AppError } from '#kernel';
import { ScriptedEmbedding } from '#providers/embeddings';
import { type LlmEvent, type LlmModel, type LlmRequest, llmErrors, ScriptedLlm } from '#providers/llm';
import { ScriptedReranker } from '#providers/reranking';
import { ManualClock } from '#testing';
import { ModelWatch } from './model-watch';
import { WatchedLlm, watchedEmbedding, watchedReranker } from './watched-models';

const REQUEST: LlmRequest = {
  model: 'scripted',
  system: '',
  messages: [{ role: 'user', text: 'Hello' }],
  passages: [],
  questions: [],
};
const OPEN = { code: 'models.circuit_open', kind: 'unavailable' };
const unavailable = () => llmErrors.provider_unavailable({ cause: new Error('HTTP 503: sk-secret-key is overloaded') });

describe('a watched model', () => {
  let clock: ManualClock;
  let watch: ModelWatch;

  const watchOf = (model: string) => new ModelWatch({ id: 7, kind: 'llm', model, secret: 'sk-secret-key' }, clock);
  const eventsOf = (model: LlmModel, request = REQUEST): Promise<LlmEvent[]> =>
    Array.fromAsync(model.generate(request));
  const failing = (error: Error, failAfterDeltas = 0) =>
    new WatchedLlm(new ScriptedLlm({ error, failAfterDeltas }), watch);

  beforeEach(() => {
    clock = new ManualClock();
    watch = watchOf('scripted');
  });

  test('says what the model says, and is untried before and ready after', async () => {
    const bare = new ScriptedLlm();
    const model = new WatchedLlm(bare, watch);
    expect([model.name, model.provider, model.capabilities]).toEqual([bare.name, bare.provider, bare.capabilities]);
    expect(watch.status()).toMatchObject({ state: 'untried', since: null, calls: 0 });
    expect(await eventsOf(model)).toEqual(await eventsOf(bare));
    expect(watch.status()).toMatchObject({ state: 'ready', since: clock.now(), calls: 1, failures: 0 });
  });

  test('fails in the words of its error, shows those of the provider without the key, and then is left alone', async () => {
    const model = failing(unavailable());
    for (let i = 0; i < 3; i++)
      await expect(eventsOf(model)).rejects.toMatchObject({ code: 'llm.provider_unavailable' });
    await expect(eventsOf(model)).rejects.toMatchObject({ ...OPEN, retryAfterMs: 5_000 });
    expect(watch.status()).toMatchObject({
      state: 'failing',
      lastError: 'HTTP 503: [key] is overloaded',
      pausedUntil: new Date(clock.nowMs() + 5_000),
      calls: 3,
      failures: 3,
    });
  });

  test('that breaks off in mid-stream has failed', async () => {
    const model = failing(unavailable(), 1);
    for (let i = 0; i < 3; i++) await expect(eventsOf(model)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(watch.circuitState).toBe('open');
  });

  test('whose reader leaves has not failed, and is told to stop', async () => {
    let stopped = 0;
    const bare: LlmModel = {
      ...new ScriptedLlm(),
      async *generate() {
        try {
          yield { type: 'delta', text: 'one' };
          yield { type: 'delta', text: 'two' };
        } finally {
          stopped += 1;
        }
      },
    };
    for (let i = 0; i < 5; i++) for await (const _ of new WatchedLlm(bare, watch).generate(REQUEST)) break;
    expect([stopped, watch.circuitState, watch.status().state]).toEqual([5, 'closed', 'untried']);
  });

  test('whose caller aborts has not failed', async () => {
    const signal = AbortSignal.abort(new Error('the caller left'));
    for (let i = 0; i < 5; i++)
      await expect(eventsOf(new WatchedLlm(new ScriptedLlm(), watch), { ...REQUEST, signal })).rejects.toThrow('left');
    expect(watch.status()).toMatchObject({ state: 'untried', failures: 0 });
  });

  test('whose caller has waited as long as it could has failed', async () => {
    const slow: LlmModel = {
      ...new ScriptedLlm(),
      async *generate({ signal }) {
        await new Promise((resolve) => signal?.addEventListener('abort', resolve));
        signal?.throwIfAborted();
      },
    };
    const hasty = () => eventsOf(new WatchedLlm(slow, watch), { ...REQUEST, signal: AbortSignal.timeout(1) });
    for (let i = 0; i < 3; i++) await expect(hasty()).rejects.toThrow(DOMException);
    expect(watch.status()).toMatchObject({ state: 'failing', lastError: expect.stringContaining('in time') });
    expect(watch.circuitState).toBe('open');
  });

  test('is called by nobody who only asks for the events', () => {
    failing(unavailable()).generate(REQUEST);
    expect(watch.status().calls).toBe(0);
  });

  test('that refuses requests is failing, but still asked; one that is too long tells nothing of it', async () => {
    const refused = failing(llmErrors.provider_refused_credentials({ cause: new Error('HTTP 401: Bad key') }));
    for (let i = 0; i < 5; i++) await expect(eventsOf(refused)).rejects.toMatchObject({ kind: 'internal' });
    expect([watch.status().state, watch.circuitState]).toEqual(['failing', 'closed']);
    await eventsOf(new WatchedLlm(new ScriptedLlm(), watch));
    await expect(eventsOf(failing(llmErrors.context_too_long()))).rejects.toMatchObject({ kind: 'too_large' });
    expect(watch.status()).toMatchObject({ state: 'ready', lastError: 'HTTP 401: Bad key', failures: 5 });
  });

  test.each([
    [undefined, 'closed'],
    [2_000, 'closed'],
    [60_000, 'open'],
  ])('that is busy for %p ms leaves its circuit %s', async (retryAfterMs, state) => {
    const busy = llmErrors.provider_rate_limited(retryAfterMs === undefined ? {} : { retryAfterMs });
    for (let i = 0; i < 3; i++) await expect(eventsOf(failing(busy))).rejects.toMatchObject({ kind: 'rate_limited' });
    expect(watch.circuitState).toBe(state);
    if (state === 'open') expect(watch.status().pausedUntil).toEqual(new Date(clock.nowMs() + 60_000));
  });

  test('recovers with the first call after the pause', async () => {
    const model = failing(unavailable());
    for (let i = 0; i < 3; i++) await expect(eventsOf(model)).rejects.toBeInstanceOf(AppError);
    clock.advance(5_000);
    await eventsOf(new WatchedLlm(new ScriptedLlm(), watch));
    expect(watch.status()).toMatchObject({ state: 'ready', pausedUntil: null, since: clock.now() });
  });

  test('may embed or rank', async () => {
    const [embedding, reranker] = [new ScriptedEmbedding(), new ScriptedReranker()];
    const embed = () => watchedEmbedding(embedding, watch).embed({ texts: ['a', 'b'], purpose: 'query' });
    const rank = () => watchedReranker(reranker, watch).rerank({ query: 'a', texts: ['a', 'b'] });
    expect((await embed()).vectors).toHaveLength(2);
    expect((await rank()).scores).toEqual([1, 0]);
    embedding.failWith(unavailable());
    for (let i = 0; i < 3; i++) await expect(embed()).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(rank()).rejects.toMatchObject(OPEN);
    expect([embedding.calls, reranker.calls]).toEqual([4, 1]);
  });

  test('is counted by how its calls ended', async () => {
    watch = watchOf('counted');
    await eventsOf(new WatchedLlm(new ScriptedLlm(), watch));
    for (let i = 0; i < 4; i++) await expect(eventsOf(failing(unavailable()))).rejects.toBeInstanceOf(AppError);
    const text = await renderMetrics();
    for (const [outcome, count] of [
      ['answered', 1],
      ['failed', 3],
      ['refused', 1],
    ])
      expect(text).toContain(
        `parley_model_calls_total{kind="llm",id="7",model="counted",outcome="${outcome}"} ${count}`,
      );
  });
});

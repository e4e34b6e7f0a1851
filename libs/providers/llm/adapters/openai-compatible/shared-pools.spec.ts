import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { OpenAiServer } from '../../../../testing/llm';
import { eventsOf, openingHoursRequest, textOf } from '../../llm.contract-suite';
import { makeLlm } from '../../llm.factory';
import type { LlmSettings } from '../../llm.settings';
import { providerWordsOf } from '../../provider-failures';
import { borrowPool } from './shared-pools';

const POOL = { origin: 'http://127.0.0.1:1', maxConnections: 8, lookup: undefined };
const allowing: LookupFunction = (host, options, callback) => systemLookup(host, options, callback as never);
const refusing: LookupFunction = (_host, _options, callback) => callback(new Error('The address is private.'), '');

describe('the pools of connections', () => {
  it('are one for an origin, until the last one gives it back', async () => {
    const [one, other] = [borrowPool(POOL), borrowPool(POOL)];
    expect(one.pool).toBe(other.pool);
    await Promise.all([one.giveBack(), one.giveBack()]);
    expect(other.pool.closed).toBe(false);
    await other.giveBack();
    expect(other.pool.closed).toBe(true);
    const next = borrowPool(POOL);
    expect(next.pool).not.toBe(one.pool);
    await next.giveBack();
  });

  it('are never shared between guards', async () => {
    const guards = [undefined, allowing, refusing, allowing];
    const [free, allowed, refused, again] = guards.map((lookup) => borrowPool({ ...POOL, lookup }));
    expect(new Set([free?.pool, allowed?.pool, refused?.pool]).size).toBe(3);
    expect(again?.pool).toBe(allowed?.pool);
    for (const borrowed of [free, allowed, refused, again]) await borrowed?.giveBack();
  });
});

describe('a guard of addresses', () => {
  let server: OpenAiServer;
  beforeAll(async () => {
    server = await OpenAiServer.start();
  });
  afterAll(() => server.stop());

  async function answerWith(changes: Partial<LlmSettings>): Promise<string> {
    const { baseUrl } = server;
    const model = makeLlm({
      provider: 'openai-compatible',
      name: 'm',
      model: 'm',
      baseUrl,
      timeoutMs: 60_000,
      ...changes,
    });
    try {
      return textOf(await eventsOf(model, openingHoursRequest(model)));
    } catch (error) {
      return `failed: ${providerWordsOf(error)}`;
    } finally {
      await model.close();
    }
  }

  it.each(['127.0.0.1', 'localhost'])('is asked before a connection to %s', async (host) => {
    const baseUrl = server.baseUrl.replace('127.0.0.1', host);
    expect(await answerWith({ baseUrl, lookup: allowing })).toContain('what the model says');
    server.reset();
    expect(await answerWith({ baseUrl, lookup: refusing })).toContain('The address is private.');
    expect(server.chats).toHaveLength(0);
  });
});

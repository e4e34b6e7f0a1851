/** What is not the same for all vendors, and what makers of adapters hand in. */
import { ANTHROPIC, AZURE, GOOGLE, OLLAMA, type Vendor, VendorServer } from '../../../../testing/llm';
import type { LlmRequest } from '../../llm.contract';
import { eventsOf, openingHoursRequest, textOf } from '../../llm.contract-suite';
import { makeLlm } from '../../llm.factory';
import type { LlmProvider, LlmSettings } from '../../llm.settings';
import { providerWordsOf } from '../../provider-failures';

const VENDORS: [Exclude<LlmProvider, 'openai-compatible'>, Vendor][] = [
  ['azure-openai', AZURE],
  ['anthropic', ANTHROPIC],
  ['google', GOOGLE],
  ['ollama', OLLAMA],
];
const servers: VendorServer[] = [];

afterEach(() => Promise.all(servers.splice(0).map((server) => server.stop())));

async function serve(vendor: Vendor): Promise<VendorServer> {
  const server = await VendorServer.start(vendor);
  servers.push(server);
  return server;
}

function ask(settings: Omit<LlmSettings, 'name' | 'timeoutMs'>, changes: Partial<LlmRequest> = {}) {
  const model = makeLlm({ name: 'test', timeoutMs: 60_000, ...settings });
  return eventsOf(model, openingHoursRequest(model, changes));
}

async function bodyFor(
  vendor: Vendor,
  settings: Omit<LlmSettings, 'name' | 'timeoutMs'>,
  changes?: Partial<LlmRequest>,
) {
  const server = await serve(vendor);
  await ask({ ...settings, baseUrl: `${server.baseUrl}${settings.baseUrl ?? ''}` }, changes);
  return server.chats[0];
}

describe.each(VENDORS)('the adapter of %s', (provider, vendor) => {
  it('goes out through the fetch that it is given, and follows no redirect', async () => {
    const server = await serve(vendor);
    const calls: [string, RequestInit | undefined][] = [];
    const given: typeof globalThis.fetch = (input, init) => {
      calls.push([String(input), init]);
      return globalThis.fetch(input, init);
    };
    await ask({ provider, model: 'm', baseUrl: server.baseUrl, apiKey: 'key', fetch: given });
    expect(calls).toHaveLength(1);
    expect(calls[0]?.[0]).toContain(server.baseUrl);
    expect(calls[0]?.[1]?.redirect).toBe('manual');
  });

  it('fails with the words of a guard that lets nothing out', async () => {
    const refused = new Error('The address is private.');
    const given = () => Promise.reject(new TypeError('fetch failed', { cause: refused }));
    const failure: unknown = await ask({
      provider,
      model: 'm',
      baseUrl: 'http://models.example.com',
      fetch: given,
    }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'llm.provider_unavailable' });
    expect(providerWordsOf(failure)).toContain('The address is private.');
  });

  it('fails when an answer is too long', async () => {
    const server = await serve(vendor);
    server.replyWith({ pieces: Array.from({ length: 5 }, () => 'x'.repeat(1024 * 1024 - 1_000)) });
    const asked = ask({ provider, model: 'm', baseUrl: server.baseUrl });
    await expect(asked).rejects.toMatchObject({ code: 'llm.provider_unavailable' });
  });
});

describe('Azure OpenAI', () => {
  it.each(['', '/openai', '/openai/deployments'])('is found at an address that ends with %j', async (baseUrl) => {
    const settings = { provider: 'azure-openai' as const, model: 'my gpt', baseUrl, apiVersion: '2025-01-01-preview' };
    const received = await bodyFor(AZURE, settings);
    expect(received?.path).toBe('/openai/deployments/my%20gpt/chat/completions');
    expect(received?.query.get('api-version')).toBe('2025-01-01-preview');
  });
});

describe('Anthropic', () => {
  it('gets a length even when nobody asked for one, and the system text apart', async () => {
    const { body } = (await bodyFor(ANTHROPIC, { provider: 'anthropic', model: 'claude-haiku-4-5' })) ?? {};
    expect(body).toMatchObject({ max_tokens: expect.any(Number), system: expect.stringContaining('Rules') });
    expect(JSON.stringify((body as { messages: unknown }).messages)).not.toContain('Rules for every answer');
  });

  it('gets no more than it takes of temperature and top_p', async () => {
    const hot = await bodyFor(ANTHROPIC, { provider: 'anthropic', model: 'm' }, { temperature: 1.7, topP: 0.5 });
    expect(hot?.body).toMatchObject({ temperature: 1 });
    expect(hot?.body).not.toHaveProperty('top_p');
    const own = await bodyFor(ANTHROPIC, { provider: 'anthropic', model: 'claude-sonnet-5' }, { temperature: 0.3 });
    expect(own?.body).not.toHaveProperty('temperature');
  });
});

describe('Google', () => {
  it('says that a blocked question was refused', async () => {
    const blocked = new Response('data: {"promptFeedback":{"blockReason":"SAFETY"}}\n\n', {
      headers: { 'content-type': 'text/event-stream' },
    });
    const events = await ask({ provider: 'google', model: 'gemini-2.5-flash', fetch: () => Promise.resolve(blocked) });
    expect([textOf(events), events.at(-1)]).toEqual(['', { type: 'done', finishReason: 'refused' }]);
  });

  it('counts thoughts as output and does not say them', async () => {
    const parts = [{ text: 'Hm.', thought: true }, { text: 'At nine.' }];
    const usageMetadata = { promptTokenCount: 5, candidatesTokenCount: 3, thoughtsTokenCount: 7, totalTokenCount: 15 };
    const piece = { candidates: [{ content: { role: 'model', parts }, finishReason: 'STOP' }], usageMetadata };
    const answer = () =>
      new Response(`data: ${JSON.stringify(piece)}\n\n`, { headers: { 'content-type': 'text/event-stream' } });
    const events = await ask({ provider: 'google', model: 'm', fetch: () => Promise.resolve(answer()) });
    expect(textOf(events)).toBe('At nine.');
    expect(events).toContainEqual({ type: 'usage', usage: { inputTokens: 5, outputTokens: 10 } });
  });
});

describe('Ollama', () => {
  it('is told how much it is to read', async () => {
    const settings = { provider: 'ollama' as const, model: 'm', maxInputTokens: 16_000 };
    const received = await bodyFor(OLLAMA, settings, { maxTokens: 500 });
    expect(received?.body).toMatchObject({ options: { num_ctx: 16_000, num_predict: 500 } });
  });
});

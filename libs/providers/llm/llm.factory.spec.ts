import { DEFAULT_BASE_URLS, makeLlm } from './llm.factory';
import { LLM_PROVIDERS } from './llm.settings';

const SETTINGS = { name: 'Ada', model: 'm', timeoutMs: 1_000 };

describe('the factory of language models', () => {
  it.each(LLM_PROVIDERS)('makes a model of %s that says what it is', async (provider) => {
    const model = makeLlm({ ...SETTINGS, provider, baseUrl: 'https://models.example.com/' });
    expect([model.name, model.capabilities.assessment]).toEqual(['Ada', false]);
    expect(model.provider).toMatch(/^[a-z.]+$/);
    await model.close();
  });

  it('knows the address of every provider that has one', () => {
    const missing = LLM_PROVIDERS.filter((provider) => DEFAULT_BASE_URLS[provider] === undefined);
    expect(missing).toEqual(['azure-openai']);
    expect(() => makeLlm({ ...SETTINGS, provider: 'azure-openai' })).toThrow(
      expect.objectContaining({ code: 'llm.base_url_missing' }),
    );
  });
});

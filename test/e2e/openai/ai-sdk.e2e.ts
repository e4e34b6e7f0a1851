/** The AI SDK by its OpenAI-compatible provider, unmodified. */
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { generateText, jsonSchema, stepCountIs, streamText, tool } from 'ai';
import { OpenAiBots } from './openai-bots';

const QUESTION = 'How much is the reading lamp?';

describe('the AI SDK', () => {
  let bots: OpenAiBots;
  let model: (slug: string) => ReturnType<ReturnType<typeof createOpenAICompatible>>;

  beforeAll(async () => {
    bots = await OpenAiBots.start();
    const settings = {
      name: 'parley',
      apiKey: bots.team.apiKey,
      baseURL: `${bots.baseUrl}/openai/v1`,
      includeUsage: true,
      fetch: bots.checked.fetch,
    };
    const provider = createOpenAICompatible(settings);
    model = (slug) => provider(slug);
  });
  beforeEach(() => bots.provider.reset());
  afterEach(() => bots.checked.settle());
  afterAll(() => bots.provider.stop());

  test('generates a text', async () => {
    const { text, usage, finishReason } = await generateText({ model: model(bots.quoting.slug), prompt: QUESTION });
    expect(text).toContain('39 euros');
    expect(finishReason).toBe('stop');
    expect(usage.outputTokens).toBeGreaterThan(0);
  });

  test('streams a text', async () => {
    const result = streamText({ model: model(bots.quoting.slug), prompt: QUESTION });
    const pieces = await Array.fromAsync(result.textStream);
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.join('')).toContain('39 euros');
    expect((await result.usage).outputTokens).toBeGreaterThan(0);
  });

  test('calls tools and goes on with what they return', async () => {
    bots.provider
      .replyOnce({ toolCalls: [{ name: 'weather', arguments: '{"place":"Graz"}' }] })
      .replyOnce({ text: 'It rains in Graz.' });
    const weather = tool({
      description: 'Weather of a place.',
      inputSchema: jsonSchema<{ place: string }>({ type: 'object', properties: { place: { type: 'string' } } }),
      execute: async ({ place }) => `rain in ${place}`,
    });
    const { text, steps } = await generateText({
      model: model(bots.speaking.slug),
      prompt: 'How is the weather in Graz?',
      tools: { weather },
      stopWhen: stepCountIs(3),
    });
    expect(text).toBe('It rains in Graz.');
    expect(steps).toHaveLength(2);
  });
});

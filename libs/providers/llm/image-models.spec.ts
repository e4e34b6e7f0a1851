import { isKnownToSeeImages } from './image-models';
import { capabilitiesOf } from './llm.settings';

describe('whether a model sees images', () => {
  it.each([
    'gpt-4o',
    'gpt-4o-mini-2024-07-18',
    'gpt-4.1-nano',
    'gpt-5',
    'openai/gpt-4o',
    'o3',
    'o4-mini',
    'claude-3-5-haiku-latest',
    'claude-sonnet-4-5',
    'claude-opus-4-1-20250805',
    'gemini-2.5-flash',
    'models/gemini-1.5-pro',
    'llava:13b',
    'llama3.2-vision',
    'meta-llama/Llama-4-Scout-17B-16E-Instruct',
    'gemma3:12b',
    'Qwen/Qwen2.5-VL-7B-Instruct',
    'qwen2.5vl',
    'mistral-small3.1',
  ])('is known by its name: %s does', (model) => {
    expect(isKnownToSeeImages(model)).toBe(true);
  });

  it.each([
    'gpt-3.5-turbo',
    'gpt-4',
    'gpt-4o-audio-preview',
    'o1-mini',
    'o3-mini',
    'claude-2.1',
    'gemini-pro',
    'gemini-2.5-flash-preview-tts',
    'llama3.1',
    'gemma3:1b',
    'mistral-small',
    'qwen2.5',
    'deepseek-r1',
    'revision-model',
    'test-model',
  ])('is not thought of others: %s', (model) => {
    expect(isKnownToSeeImages(model)).toBe(false);
  });

  it('is what was said of it, whatever its name', () => {
    expect(capabilitiesOf({ model: 'gpt-4o' }).images).toBe(true);
    expect(capabilitiesOf({ model: 'gpt-4o', capabilities: { images: false } }).images).toBe(false);
    expect(capabilitiesOf({ model: 'my-deployment', capabilities: { images: true } }).images).toBe(true);
  });
});

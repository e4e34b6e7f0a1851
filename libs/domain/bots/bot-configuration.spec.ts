import type { AppError } from '#kernel';
import { mergeConfiguration } from './bot-configuration';

function problemsOf(patch: Record<string, unknown>) {
  try {
    mergeConfiguration({}, patch);
  } catch (error) {
    return (error as AppError).fields.map(({ message }) => message);
  }
  return [];
}

describe('mergeConfiguration', () => {
  test('changes the given fields and leaves the others', () => {
    expect(mergeConfiguration({ temperature: 1, systemPrompt: 'Be kind.' }, { temperature: 0.2 })).toEqual({
      temperature: 0.2,
      systemPrompt: 'Be kind.',
    });
  });

  test('takes a field away when it is null', () => {
    expect(mergeConfiguration({ model: 'gpt', team: { colour: 'red' } }, { model: null, team: null })).toEqual({});
  });

  test('keeps fields that it does not know', () => {
    const own = { theme: { colour: 'red', sizes: [1, null] }, constructor: 'x' };
    expect(mergeConfiguration({}, own)).toEqual(own);
  });

  test('takes both ends of each range', () => {
    expect(problemsOf({ temperature: 0, confidenceThreshold: 0 })).toEqual([]);
    expect(problemsOf({ temperature: 2, confidenceThreshold: 1 })).toEqual([]);
    expect(problemsOf({ systemPrompt: '', fallbackMessage: 'x'.repeat(4_000) })).toEqual([]);
  });

  test('names every field that is out of range, and the range', () => {
    const wrong = { temperature: 2.1, confidenceThreshold: '0.5', model: 5, fallbackMessage: 'x'.repeat(4_001) };
    expect(problemsOf(wrong)).toEqual([
      'configuration.temperature must be a number from 0 to 2.',
      'configuration.confidenceThreshold must be a number from 0 to 1.',
      'configuration.model must be a text of at most 200 characters.',
      'configuration.fallbackMessage must be a text of at most 4,000 characters.',
    ]);
  });

  test('bounds what merges add up to', () => {
    const half = 'x'.repeat(40_000);
    expect(() => mergeConfiguration({ a: half }, { b: half })).toThrow('at most 65,536 bytes');
  });
});

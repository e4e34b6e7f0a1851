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

  test('takes what is done with intents and with what is known of users, and nothing else there', () => {
    const intents = { answersDirectly: false, minConfidence: 0.9 };
    expect(problemsOf({ intents, userContext: { isUsed: false, extractsByModel: true } })).toEqual([]);
    expect(problemsOf({ intents: { minConfidence: 2 }, userContext: { other: true } })).toEqual([
      'configuration.intents must be an object of answersDirectly (true or false), minConfidence (a number from 0 to 1).',
      'configuration.userContext must be an object of isUsed (true or false), extractsByModel (true or false).',
    ]);
  });

  test('takes how it behaves in messengers, and says what each part may be', () => {
    const behaviors = {
      typingIndicator: false,
      shouldRespond: 'mentions',
      responseDelayMs: { min: 0, max: 60_000 },
      conversationScope: 'thread',
      sessionTimeoutMinutes: 1,
    };
    expect(problemsOf({ behaviors, historyMessages: 100 })).toEqual([]);
    expect(problemsOf({ behaviors: { responseDelayMs: { min: 2, max: 1 } } })).toHaveLength(1);
    expect(problemsOf({ behaviors: { conversationScope: 'channel' }, historyMessages: 0 })).toEqual([
      expect.stringContaining('conversationScope (one of user, thread, session)'),
      'configuration.historyMessages must be a whole number from 1 to 100.',
    ]);
  });

  test('takes limits, sampling and retrieval within their ranges, and an empty fallback message', () => {
    const least = { maxInputTokens: 1, maxReplyTokens: 1, topP: 0, topK: 1, minK: 0, topN: 1, minN: 0 };
    const most = { topP: 1, topK: 1_000, minK: 1, minN: 1, fallbackMessage: '', fallbackModelIds: [5, 4, 3, 2, 1] };
    const flags = { answersWithoutKnowledge: true, prefixesFallbackMessage: false, generatesRelatedPrompts: true };
    for (const taken of [least, most, flags]) expect(problemsOf(taken)).toEqual([]);
  });

  test('takes what makes a conversation go to a person, and names what it may hold', () => {
    const all = { isEnabled: true, confidenceBelow: 0.75, onUserRequest: false, frustrationAbove: 0.9 };
    const limits = { noContextTurns: 2, maxTurns: 20, maxMinutes: 60 };
    expect(problemsOf({ handOff: { ...all, ...limits } })).toEqual([]);
    expect(problemsOf({ handOff: {} })).toEqual([]);
    for (const handOff of [
      { confidenceBelow: 2 },
      { noContextTurns: 0 },
      { isEnabled: 'yes' },
      { other: 1 },
      [],
      'yes',
      1,
    ]) {
      expect(problemsOf({ handOff })).toEqual([
        expect.stringMatching(/^configuration\.handOff must be an object of isEnabled \(true or false\), .*maxMinutes/),
      ]);
    }
  });

  test.each([
    ['modelId', [0, 1.5, '1', 2_147_483_648], 'a whole number of at least 1'],
    ['rerankModelId', [-1, true], 'a whole number of at least 1'],
    ['fallbackModelIds', [[1, 1], [0], 3, [1, 2, 3, 4, 5, 6]], 'a list of at most 5 different ids of models'],
    ['maxInputTokens', [0, 0.5], 'a whole number of at least 1'],
    ['topK', [0, 1_001], 'a whole number from 1 to 1,000'],
    ['minN', [-0.1, 1.1], 'a number from 0 to 1'],
    ['generatesRelatedPrompts', ['yes', 1], 'true or false'],
  ])('names the range of %s', (field, wrong, rule) => {
    for (const value of wrong) {
      expect(problemsOf({ [field]: value })).toEqual([`configuration.${field} must be ${rule}.`]);
    }
  });

  test('bounds what merges add up to', () => {
    const half = 'x'.repeat(40_000);
    expect(() => mergeConfiguration({ a: half }, { b: half })).toThrow('at most 65,536 bytes');
  });
});

import { longestPauseMs, scopeKeyOf, sessionKeyOf } from './session-key';

const USER = { id: 'ada' };

describe('which messages are one conversation', () => {
  test.each([
    [undefined, { chatId: 'c', user: USER }, 'c:ada'],
    [undefined, { chatId: 'c', threadId: 't', user: USER }, 'c:t'],
    ['user', { chatId: 'c', threadId: 't', user: USER }, 'c:ada'],
    ['thread', { chatId: 'c', threadId: 't', user: USER }, 'c:t'],
    ['thread', { chatId: 'c', user: USER }, 'c'],
    ['session', { chatId: 'c', threadId: 't', user: USER }, 'c'],
  ] as const)('with scope %s and %j: %s', (conversationScope, place, expected) => {
    expect(scopeKeyOf(place, conversationScope ? { conversationScope } : {})).toBe(expected);
  });

  test('conversations may pause for ever, unless it is said or they are sessions', () => {
    expect(longestPauseMs({})).toBeUndefined();
    expect(longestPauseMs({ sessionTimeoutMinutes: 5 })).toBe(300_000);
    expect(longestPauseMs({ conversationScope: 'session' })).toBe(1_800_000);
  });

  test('the key names the channel first, and the beginning of those that end with a pause last', () => {
    expect(sessionKeyOf('id', 'c:ada')).toBe('id:c:ada');
    expect(sessionKeyOf('id', 'c:ada', new Date(36 ** 3))).toBe('id:c:ada:1000');
  });
});

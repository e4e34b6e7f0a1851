import type { HandOffPolicy } from '#domain/bots';
import { HOUR_MS, MINUTE_MS } from '#kernel';
import { policyOf, whileWaiting } from './hand-off.policy';
import { courseOf, type EarlierMessage, lookedBack, triggerOfMessage, triggerOfReply } from './triggers';

const NOW = new Date('2026-01-01T12:00:00Z');
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * MINUTE_MS);
const user = (minutes: number): EarlierMessage => ({
  role: 'user',
  at: minutesAgo(minutes),
  isGrounded: false,
  isSmallTalk: false,
});
const bot = (minutes: number, kind: 'grounded' | 'ungrounded' | 'small talk' = 'grounded'): EarlierMessage => ({
  role: 'bot',
  at: minutesAgo(minutes),
  isGrounded: kind === 'grounded',
  isSmallTalk: kind === 'small talk',
});
const course = (earlier: EarlierMessage[]) => courseOf(earlier, NOW, HOUR_MS);
const SURE = { confidence: 0.9, grounded: true };
const UNSURE = { confidence: 0.2, grounded: false };

describe('the policy of a bot', () => {
  test('goes before that of the API, and is off unless somebody has switched it on', () => {
    expect(policyOf({}, undefined)).toBeUndefined();
    expect(policyOf({}, { isEnabled: true, maxTurns: 3 })).toEqual({ isEnabled: true, maxTurns: 3 });
    expect(policyOf({ handOff: { isEnabled: false } }, { isEnabled: true })).toBeUndefined();
    expect(policyOf({ handOff: { confidenceBelow: 0.5 } }, { isEnabled: true, confidenceBelow: 0.75 })).toEqual({
      isEnabled: true,
      confidenceBelow: 0.5,
    });
  });

  test('asks for no messages from before unless it limits something over them', () => {
    expect(lookedBack({ confidenceBelow: 0.5 })).toBe(0);
    expect(lookedBack({ noContextTurns: 3 })).toBe(4);
    expect(lookedBack({ noContextTurns: 1 })).toBe(0);
    expect(lookedBack({ maxTurns: 10, noContextTurns: 3 })).toBe(20);
    expect(lookedBack({ maxMinutes: 5 })).toBeGreaterThan(20);
  });

  test('while waiting: the higher threshold, no guesses, and the text that somebody will come', () => {
    const configuration = { confidenceThreshold: 0.8, answersWithoutKnowledge: true, fallbackMessage: '' };
    expect(whileWaiting(configuration, { confidenceBelow: 0.5 }, 'Wait.')).toMatchObject({
      confidenceThreshold: 0.8,
      answersWithoutKnowledge: false,
      fallbackMessage: 'Wait.',
    });
    expect(whileWaiting({}, undefined, 'Wait.')).not.toHaveProperty('confidenceThreshold');
  });
});

describe('a message', () => {
  const reading = { wantsPerson: true, frustration: 0.85, language: 'en' };

  test('that asks for a person fires, unless the policy says no', () => {
    expect(triggerOfMessage({}, reading)).toBe('user_request');
    expect(triggerOfMessage({ onUserRequest: false }, reading)).toBeUndefined();
  });

  test('fires by frustration above the limit only', () => {
    const calm = { ...reading, wantsPerson: false };
    expect(triggerOfMessage({ frustrationAbove: 0.8 }, calm)).toBe('frustration');
    expect(triggerOfMessage({ frustrationAbove: 0.85 }, calm)).toBeUndefined();
    expect(triggerOfMessage({}, calm)).toBeUndefined();
  });
});

describe('a reply', () => {
  const fired = (policy: HandOffPolicy, reply: Parameters<typeof triggerOfReply>[1], earlier: EarlierMessage[] = []) =>
    triggerOfReply(policy, reply, course(earlier), NOW);

  test('below the confidence fires; small talk never does', () => {
    expect(fired({ confidenceBelow: 0.5 }, UNSURE)).toBe('low_confidence');
    expect(fired({ confidenceBelow: 0.2 }, UNSURE)).toBeUndefined();
    expect(fired({ confidenceBelow: 0.5 }, { ...UNSURE, isSmallTalk: true })).toBeUndefined();
    expect(fired({ noContextTurns: 1 }, { ...UNSURE, isSmallTalk: true })).toBeUndefined();
  });

  test('fires when so many have had no grounds one after the other; small talk neither counts nor interrupts', () => {
    const policy = { noContextTurns: 3 };
    const run = [bot(1, 'ungrounded'), user(2), bot(3, 'small talk'), user(4), bot(5, 'ungrounded'), user(6)];
    expect(fired(policy, UNSURE, run)).toBe('no_context');
    expect(fired(policy, SURE, run)).toBeUndefined();
    expect(fired(policy, UNSURE, [bot(1), ...run])).toBeUndefined();
    expect(fired({ noContextTurns: 1 }, UNSURE)).toBe('no_context');
  });

  test('fires after more turns than the limit', () => {
    const two = [bot(1), user(1), bot(2), user(2)];
    expect(fired({ maxTurns: 3 }, SURE, two)).toBeUndefined();
    expect(fired({ maxTurns: 2 }, SURE, two)).toBe('turn_limit');
  });

  test('fires after more minutes than the limit, counted from the last long pause', () => {
    expect(fired({ maxMinutes: 10 }, SURE, [bot(9), user(10)])).toBeUndefined();
    expect(fired({ maxMinutes: 10 }, SURE, [bot(9), user(11)])).toBe('time_limit');
    expect(fired({ maxMinutes: 10 }, SURE, [bot(9), user(9), bot(200), user(201)])).toBeUndefined();
    expect(course([bot(9), user(9), bot(200), user(201)]).turns).toBe(2);
  });
});

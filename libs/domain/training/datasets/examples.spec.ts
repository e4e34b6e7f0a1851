import { isAnswer, newExample } from './examples';

const intentOf = (example: Partial<Parameters<typeof newExample>[0]>) => {
  const { intent, isIntentGiven } = newExample({ input: 'hi', output: 'Hello!', ...example });
  return { intent, isIntentGiven };
};

describe('the intent of an example', () => {
  test.each([
    [{ intent: ' greeting ' }, 'greeting'],
    [{ metadata: { intent: 'greeting' } }, 'greeting'],
    [{ intent: 'greeting', metadata: { intent: 'other' } }, 'greeting'],
    [{ intent: ' ', metadata: { intent: 'greeting' } }, 'greeting'],
  ])('is what %j says', (example, intent) => {
    expect(intentOf(example)).toEqual({ intent, isIntentGiven: true });
  });

  test.each([
    [{}, 'Hello!'],
    [{ output: '  Hello!\n' }, 'Hello!'],
    [{ intent: null, metadata: { intent: 7 } }, 'Hello!'],
    [{ output: 'x'.repeat(300) }, 'x'.repeat(200)],
    [{ output: '🦜'.repeat(300) }, '🦜'.repeat(200)],
  ])('is else its output: %j', (example, intent) => {
    expect(intentOf(example)).toEqual({ intent, isIntentGiven: false });
  });
});

describe('an output', () => {
  test.each(['Hello!', 'Open the settings.', 'Yes', 'bonjour à tous', 'お問い合わせありがとうございます。', '112'])(
    '"%s" is an answer',
    (output) => {
      expect(isAnswer(output, 'greeting', true)).toBe(true);
      expect(isAnswer(output, output, false)).toBe(true);
    },
  );

  test.each(['greeting', 'reset_password', 'order-status', 'Order_Status', '__oos__', 'faq_12', ' '])(
    '"%s" only names the intent',
    (output) => {
      expect(isAnswer(output, 'other', true)).toBe(false);
      expect(isAnswer(output, output.trim(), false)).toBe(false);
    },
  );

  test('that is the name of the intent, which was said apart, is none', () => {
    expect(isAnswer('Reset password', 'Reset password', true)).toBe(false);
  });
});

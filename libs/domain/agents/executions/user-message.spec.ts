import { executionInput } from './user-message';

const message = (template: string, variables: Record<string, unknown>) =>
  executionInput(template, { variables }).userMessage;

describe('the message of an execution', () => {
  test('has its variables filled in, what is no text as JSON', () => {
    const variables = { day: 'Monday', 'team.size': 4, list: ['a'] };
    expect(message('{{day}}, {{ team.size }}, {{list}}', variables)).toBe('Monday, 4, ["a"]');
  });

  test('keeps places that nobody fills, and does not look through what was filled in', () => {
    expect(message('{{day}} {{other}} {{toString}}', { day: '{{other}} $& $1' })).toBe(
      '{{other}} $& $1 {{other}} {{toString}}',
    );
  });

  test('may be another one', () => {
    expect(executionInput('Do it.', { userMessage: 'Do {{it}}.', variables: { it: 'that' } })).toEqual({
      userMessage: 'Do that.',
      variables: { it: 'that' },
    });
    expect(executionInput('Do it.', { userMessage: ' ' }).userMessage).toBe('Do it.');
  });

  test.each([
    [{ variables: { 'no name': 'x' } }, 'variables'],
    [{ variables: { long: 'x'.repeat(32_001) } }, 'variables.long'],
    [{ variables: Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`v${at}`, 'x'])) }, 'variables'],
    [{ userMessage: 'x'.repeat(32_001) }, 'userMessage'],
    [{ userMessage: '{{a}}'.repeat(4), variables: { a: 'x'.repeat(30_000) } }, 'variables'],
  ])('is refused beyond its limits (%#)', (request, field) => {
    expect(() => executionInput('Do it.', request)).toThrow(
      expect.objectContaining({ code: 'input.invalid', fields: [expect.objectContaining({ field })] }),
    );
  });
});

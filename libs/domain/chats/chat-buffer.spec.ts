import { chatBuffer } from './chat-buffer';

const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');
const message = (role: 'user' | 'bot', text: string) => ({ role, text });

describe('what a bot has in mind of a chat', () => {
  test('is all of it as long as it fits, with the tokens of each message', () => {
    const buffer = chatBuffer([message('user', words(3)), message('bot', words(4))], undefined, 100);
    expect(buffer.map(({ role, tokens }) => [role, tokens])).toEqual([
      ['user', 3],
      ['bot', 4],
    ]);
  });

  test('begins with the system message when there is one', () => {
    expect(chatBuffer([message('user', 'hello')], 'Be brief.', 100)[0]).toMatchObject({
      role: 'system',
      text: 'Be brief.',
    });
    expect(chatBuffer([message('user', 'hello')], '', 100)).toHaveLength(1);
  });

  test('loses its oldest messages first', () => {
    const messages = [message('user', words(20)), message('bot', words(20)), message('user', words(20))];
    expect(chatBuffer(messages, undefined, 45).map(({ role }) => role)).toEqual(['bot', 'user']);
    expect(chatBuffer(messages, words(20), 45).map(({ role }) => role)).toEqual(['system', 'user']);
  });

  test('keeps the newest message, cut, when even that does not fit', () => {
    const [only, ...others] = chatBuffer([message('user', 'old'), message('user', words(50))], undefined, 15);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ role: 'user', tokens: 10 });
    expect(words(50).startsWith(only!.text)).toBe(true);
  });
});

import type { InboundMessage } from '#providers/channel-transport';
import { storableMessage } from './storable-message';

const MESSAGE: InboundMessage = {
  key: '1',
  chatId: 'c',
  isDirect: true,
  mentionsBot: false,
  user: { id: 'ada' },
  text: 'hello',
  attachments: [],
};

describe('what the database can hold of a message', () => {
  test('is all of an ordinary one', () => {
    expect(storableMessage(MESSAGE)).toEqual(MESSAGE);
  });

  test('has no NUL and no half characters', () => {
    const user = { id: 'a', name: 'A\0da' };
    expect(storableMessage({ ...MESSAGE, text: 'a\0b\ud83d', user })).toMatchObject({
      text: 'ab\ufffd',
      user: { name: 'Ada' },
    });
  });

  test('has no ids that are longer than those of platforms', () => {
    expect(() => storableMessage({ ...MESSAGE, chatId: 'x'.repeat(257) })).toThrow('256 characters');
  });
});

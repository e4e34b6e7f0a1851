import { toTurnPosition } from './chats.mapper';

const ID = '0190f000-0000-7000-8000-000000000001';

describe('Last-Event-ID', () => {
  test.each([
    [`${ID}.0`, { messageId: ID, cursor: 0 }],
    [`${ID}.137`, { messageId: ID, cursor: 137 }],
    [`${ID}.done`, { messageId: ID, cursor: 'done' }],
  ])('%s is a place in a stream', (text, position) => {
    expect(toTurnPosition(text)).toEqual(position);
  });

  test.each(['', 'done', ID, `${ID}.`, `${ID}.-1`, `${ID}.1e3`, `${ID}.12345678901`, `x${ID}.1`])(
    '"%s" is none',
    (text) => {
      expect(toTurnPosition(text)).toBeUndefined();
    },
  );
});

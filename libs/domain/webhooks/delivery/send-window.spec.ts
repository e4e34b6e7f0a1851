import { MAX_CLAIM, MAX_WINDOW, SendWindow } from './send-window';

const SLOW_MS = 5_000;
const times = (count: number, work: () => void) => Array.from({ length: count }, work);

describe('SendWindow', () => {
  const open = (isFailing = false) => new SendWindow(SLOW_MS, isFailing);

  test('begins with a few, and with one for a webhook that fails', () => {
    expect([open().size, open(true).size]).toEqual([4, 1]);
  });

  test('grows with each success up to its most', () => {
    const window = open(true);
    window.noteSuccess(3);
    expect(window.size).toBe(2);
    times(50, () => window.noteSuccess(3));
    expect(window.size).toBe(MAX_WINDOW);
  });

  test('halves with each failure, down to one', () => {
    const window = open();
    times(50, () => window.noteSuccess(3));
    window.noteFailure(3);
    expect(window.size).toBe(8);
    times(9, () => window.noteFailure(3));
    expect(window.size).toBe(1);
  });

  test('halves with each slow answer, down to two, and does not grow by one', () => {
    const window = open();
    times(9, () => window.noteSuccess(SLOW_MS + 1));
    expect(window.size).toBe(2);
    const failing = open(true);
    failing.noteSuccess(SLOW_MS + 1);
    expect(failing.size).toBe(1);
  });

  test('claims what can soon be sent: many of a fast receiver, few of a slow one, one of a failing one', () => {
    const [fast, slow, failing] = [open(), open(), open(true)];
    times(20, () => fast.noteSuccess(2));
    times(20, () => slow.noteSuccess(10_000));
    expect([open().claimSize, fast.claimSize, slow.claimSize, failing.claimSize]).toEqual([16, MAX_CLAIM, 2, 1]);
  });
});

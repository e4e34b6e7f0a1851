import { MINUTE_MS } from '#kernel';
import { type SaidMessage, sittingsOf } from './sittings';

const IDLE_MS = 30 * MINUTE_MS;
const user = (position: number, minute: number): SaidMessage => ({ position, isUser: true, atMs: minute * MINUTE_MS });
const bot = (position: number, minute: number): SaidMessage => ({ ...user(position, minute), isUser: false });
const counts = (messages: SaidMessage[], endMinutes: number[] = []) =>
  sittingsOf(
    undefined,
    messages,
    endMinutes.map((minute) => minute * MINUTE_MS),
    IDLE_MS,
  ).map(({ messages: count }) => count);

describe('a sitting', () => {
  test('goes on until the idle time has passed', () => {
    expect(counts([user(1, 0), bot(2, 1), user(3, 31), bot(4, 32), user(5, 63)])).toEqual([4, 1]);
  });

  test('ends with its conversation', () => {
    expect(counts([user(1, 0), bot(2, 1), user(3, 5), bot(4, 6)], [3])).toEqual([2, 2]);
  });

  test('is begun by the end user alone, however late others speak', () => {
    expect(counts([user(1, 0), bot(2, 1), bot(3, 300), user(4, 310), bot(5, 311)])).toEqual([5]);
  });

  test('ends with its conversation even if a reply came after the end', () => {
    expect(counts([user(1, 0), bot(2, 4), user(3, 5)], [3])).toEqual([2, 1]);
  });

  test('lasts from its first message to the last one in time', () => {
    const [sitting] = sittingsOf(undefined, [user(1, 0), bot(2, 12), user(3, 5)], [], IDLE_MS);
    expect(sitting).toMatchObject({ startedAtMs: 0, lastAtMs: 12 * MINUTE_MS, lastPosition: 3, messages: 3 });
  });

  test('can be continued', () => {
    const [first] = sittingsOf(undefined, [user(1, 0), bot(2, 1)], [], IDLE_MS);
    expect(sittingsOf(first, [user(3, 2), user(4, 60)], [], IDLE_MS)).toEqual([
      expect.objectContaining({ firstPosition: 1, lastPosition: 3, messages: 3 }),
      expect.objectContaining({ firstPosition: 4, messages: 1 }),
    ]);
  });
});

import { getEventListeners } from 'node:events';
import { following } from './following';

test('a signal that follows others aborts with the first of them, for its reason', () => {
  const [first, second] = [new AbortController(), new AbortController()];
  const { signal } = following(first.signal, second.signal);
  expect(signal.aborted).toBe(false);
  second.abort('over');
  first.abort('late');
  expect(signal.reason).toBe('over');
});

test('it is aborted at once when one of them is, and by itself', () => {
  expect(following(new AbortController().signal, AbortSignal.abort('over')).signal.reason).toBe('over');
  const { signal, abort } = following(new AbortController().signal);
  abort('enough');
  expect(signal.reason).toBe('enough');
});

test('it leaves nothing with them when its work has ended', () => {
  const lasting = new AbortController();
  const { signal, end } = following(lasting.signal);
  expect(getEventListeners(lasting.signal, 'abort')).toHaveLength(1);
  end();
  expect(getEventListeners(lasting.signal, 'abort')).toEqual([]);
  lasting.abort();
  expect(signal.aborted).toBe(false);
});

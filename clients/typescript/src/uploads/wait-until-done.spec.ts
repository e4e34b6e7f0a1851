import { AbortError, TimeoutError } from '../errors';
import { waitUntilDone } from './wait-until-done';

const steps = (...states: number[]) => {
  const left = [...states];
  return async () => (left.length > 1 ? left.shift()! : left[0]!);
};
const isDone = (state: number) => state === 100;

test('tells each change once, and gives the last state', async () => {
  const told: number[] = [];
  const done = await waitUntilDone(steps(0, 0, 50, 100), isDone, { onProgress: (state) => told.push(state) });
  expect([done, told]).toEqual([100, [0, 50, 100]]);
});

test('ends when it takes too long, or is aborted', async () => {
  await expect(waitUntilDone(steps(0), isDone, { timeoutMs: 10 })).rejects.toThrow(TimeoutError);
  await expect(waitUntilDone(steps(0), isDone, { signal: AbortSignal.abort() })).rejects.toThrow(AbortError);
});

import { inShortSteps, MAX_STEP_ROWS } from './short-steps';

const NEVER = new AbortController().signal;

describe('work in short steps', () => {
  test('goes on until nothing is left, in steps that grow while they are quick', async () => {
    let left = 100_000;
    const sizes: number[] = [];
    const done = await inShortSteps(async (maxRows) => {
      sizes.push(maxRows);
      const rows = Math.min(maxRows, left);
      left -= rows;
      return rows;
    }, NEVER);
    expect([done, left]).toEqual([100_000, 0]);
    expect(sizes.slice(0, 3)).toEqual([16, 32, 64]);
    expect(Math.max(...sizes)).toBe(MAX_STEP_ROWS);
  });

  test('ends between two steps when it is told to', async () => {
    const stop = new AbortController();
    let steps = 0;
    const work = inShortSteps(async () => {
      steps += 1;
      if (steps === 3) stop.abort(new Error('stop'));
      return 1;
    }, stop.signal);
    await expect(work).rejects.toThrow('stop');
    expect(steps).toBe(3);
  });
});

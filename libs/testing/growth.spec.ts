import { expectProportionalGrowth } from './growth';

/** Work that takes the time told for its input, by a clock of its own. */
function measured(costMs: (size: number, run: number) => number): Promise<void> {
  let nowMs = 0;
  let runs = 0;
  const work = async (size: number) => {
    nowMs += costMs(size, runs++);
  };
  return expectProportionalGrowth(work, 100, () => nowMs);
}

describe('work that must take time in proportion to its input', () => {
  test.each([
    ['in proportion', (size: number) => size],
    ['by size times its logarithm', (size: number) => size * Math.log2(size)],
    ['always the same', () => 5],
    ['next to nothing', (size: number) => (size > 100 ? 1 : 0.001)],
    ['in proportion, behind now and then', (size: number, run: number) => size + (run % 4 === 2 ? 100_000 : 0)],
  ])('may take it %s', async (_how, costMs) => {
    await expect(measured(costMs)).resolves.toBeUndefined();
  });

  test('is found out when it grows with the square', async () => {
    await expect(measured((size) => size * size)).rejects.toThrow('8 times the input took 64 times as long.');
    await expect(measured((size) => size + size * size)).rejects.toThrow('times as long');
  });
});

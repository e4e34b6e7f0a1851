import { BatchSize, FIRST_BATCH } from './batch-size';

/** Texts that a model is given after batches that took so long. */
async function sizeAfter(...tookMs: number[]): Promise<number> {
  let nowMs = 0;
  const size = new BatchSize(() => nowMs);
  for (const ms of tookMs) {
    await size.time(async () => {
      nowMs += ms;
    });
  }
  return size.texts;
}

describe('the texts that a model is given at once', () => {
  it('become more while it answers quickly, up to a limit', async () => {
    expect(await sizeAfter(100)).toBe(2 * FIRST_BATCH);
    expect(await sizeAfter(...Array<number>(20).fill(100))).toBe(256);
  });

  it('become fewer when it is slow, and stay as they are in between', async () => {
    expect(await sizeAfter(100, 30_000)).toBe(FIRST_BATCH);
    expect(await sizeAfter(...Array<number>(20).fill(50_000))).toBe(16);
    expect(await sizeAfter(10_000)).toBe(FIRST_BATCH);
  });
});

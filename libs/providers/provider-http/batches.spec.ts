import { type Batch, Batches } from './batches';
import { ProviderFailure, type RefusalReason } from './provider-failure';

const LIMITS = { maxTexts: 8, maxTokens: 1_000, concurrency: 3 };
const textsOf = (count: number) => Array.from({ length: count }, (_, n) => `text ${n}`);

function refusedAs(reason: RefusalReason): Error {
  return new Error('Refused.', { cause: new ProviderFailure('Too much.', 400, undefined, reason) });
}

describe('Batches', () => {
  const sizes: number[] = [];

  beforeEach(() => {
    sizes.length = 0;
  });

  /** Takes calls of so many texts. */
  const takingUpTo =
    (max: number, reason: RefusalReason) =>
    async ({ texts }: Batch) => {
      sizes.push(texts.length);
      if (texts.length > max) throw refusedAs(reason);
      return texts;
    };

  it('answers in the order of the texts, whichever call is answered first', async () => {
    const releases: Array<() => void> = [];
    const answers = new Batches(LIMITS).run(textsOf(20), undefined, async ({ texts }) => {
      await new Promise<void>((resolve) => releases.push(resolve));
      return texts;
    });
    while (releases.length < 3) await Promise.resolve();
    for (const release of releases.toReversed()) release();
    expect((await answers).flat()).toEqual(textsOf(20));
  });

  it('cuts a call that is refused, and remembers how many texts were taken', async () => {
    const batches = new Batches(LIMITS);
    const call = takingUpTo(2, 'too_many_texts');
    expect((await batches.run(textsOf(8), undefined, call)).flat()).toEqual(textsOf(8));
    sizes.length = 0;
    await batches.run(textsOf(8), undefined, call);
    expect(sizes).toEqual([2, 2, 2, 2]);
  });

  it('does not remember a call that was refused for its length', async () => {
    const batches = new Batches(LIMITS);
    await batches.run(textsOf(8), undefined, takingUpTo(4, 'body_too_large'));
    expect(sizes).toEqual([8, 4, 4]);
    await expect(batches.run(['long'], undefined, takingUpTo(0, 'body_too_large'))).rejects.toThrow('Refused.');
    sizes.length = 0;
    await batches.run(textsOf(8), undefined, takingUpTo(8, 'body_too_large'));
    expect(sizes).toEqual([8]);
  });

  it('does not cut what was refused for another reason', async () => {
    await expect(new Batches(LIMITS).run(textsOf(8), undefined, takingUpTo(4, 'rejected'))).rejects.toThrow('Refused.');
    expect(sizes).toEqual([8]);
  });

  it('makes no call for no texts', async () => {
    expect(await new Batches(LIMITS).run([], undefined, takingUpTo(8, 'rejected'))).toEqual([]);
    expect(sizes).toEqual([]);
  });

  it('begins no further call after one has failed', async () => {
    let aborted = 0;
    const run = new Batches(LIMITS).run(textsOf(80), undefined, async ({ from, texts }, signal) => {
      sizes.push(texts.length);
      if (from === 8) throw new Error('No.');
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          aborted++;
          reject(signal.reason);
        });
      });
    });
    await expect(run).rejects.toThrow('No.');
    expect([sizes.length, aborted]).toEqual([3, 2]);
  });
});

import { ByteWriter } from './byte-writer';
import { topPassages } from './top-passages';

function listOf(pairs: readonly (readonly [seq: number, impact: number])[], lowSeq = 0) {
  const writer = new ByteWriter();
  let previous = lowSeq;
  for (const [seq, impact] of pairs) {
    writer.varint(seq - previous);
    writer.byte(impact);
    previous = seq;
  }
  const data = writer.toBuffer();
  return { data, start: 0, end: data.length, documentFrequency: pairs.length, lowSeq };
}

const seqs = (found: readonly { seq: number }[]) => found.map(({ seq }) => seq);

describe('the best passages', () => {
  it('have the highest sums of weight times impact, over terms and segments', () => {
    const terms = [
      {
        weight: 2,
        lists: [
          listOf([
            [1, 10],
            [5, 200],
          ]),
          listOf([[900, 100]], 900),
        ],
      },
      {
        weight: 1,
        lists: [
          listOf([
            [1, 255],
            [900, 250],
          ]),
        ],
      },
    ];
    expect(topPassages(terms, { limit: 10 })).toEqual([
      { seq: 900, impact: 450_000 },
      { seq: 5, impact: 400_000 },
      { seq: 1, impact: 275_000 },
    ]);
  });

  it('are at most as many as asked for, ties by the smaller seq', () => {
    const equal = Array.from({ length: 500 }, (_, i) => [i * 3, 7] as const);
    expect(seqs(topPassages([{ weight: 1, lists: [listOf(equal)] }], { limit: 4 }))).toEqual([0, 3, 6, 9]);
  });

  it('are the same as by sorting everything', () => {
    let state = 1;
    const random = (below: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return state % below;
    };
    const terms = Array.from({ length: 6 }, () => {
      const held = new Set(Array.from({ length: 2_000 }, () => random(5_000)));
      const pairs = [...held].sort((a, b) => a - b).map((seq) => [seq, 1 + random(255)] as const);
      return { weight: 1 + random(9), pairs, lists: [listOf(pairs)] };
    });
    const sums = new Map<number, number>();
    for (const { weight, pairs } of terms) {
      for (const [seq, impact] of pairs) sums.set(seq, (sums.get(seq) ?? 0) + weight * 1_000 * impact);
    }
    const expected = [...sums].map(([seq, impact]) => ({ seq, impact }));
    expected.sort((a, b) => b.impact - a.impact || a.seq - b.seq);
    expect(topPassages(terms, { limit: 50 })).toEqual(expected.slice(0, 50));
  });

  it('come from the allowed passages only', () => {
    const lists = [
      listOf([
        [1, 255],
        [2, 200],
        [3, 100],
        [4, 50],
      ]),
    ];
    expect(seqs(topPassages([{ weight: 1, lists }], { limit: 2, allowed: new Set([3, 4, 99]) }))).toEqual([3, 4]);
  });

  it('may lie anywhere in the range of seqs', () => {
    const far = 2 ** 31 - 1;
    const lists = [
      listOf([
        [0, 10],
        [1 << 20, 30],
        [(1 << 20) + 1, 20],
        [far, 40],
      ]),
    ];
    expect(seqs(topPassages([{ weight: 1, lists }], { limit: 3 }))).toEqual([far, 1 << 20, (1 << 20) + 1]);
  });

  it('leave no trace when the filter fails', () => {
    const terms = [{ weight: 1, lists: [listOf([[1, 10]])] }];
    const failing = {
      has: (): boolean => {
        throw new Error('filter');
      },
    };
    expect(() => topPassages(terms, { limit: 1, allowed: failing })).toThrow('filter');
    expect(topPassages(terms, { limit: 1 })).toEqual([{ seq: 1, impact: 10_000 }]);
  });

  it('are none without postings', () => {
    expect(topPassages([], { limit: 5 })).toEqual([]);
    expect(topPassages([{ weight: 1, lists: [] }], { limit: 5 })).toEqual([]);
  });
});

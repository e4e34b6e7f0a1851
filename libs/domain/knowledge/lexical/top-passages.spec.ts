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

  describe('are the same as by sorting everything', () => {
    const randomFrom = (seed: number) => {
      let state = seed;
      return (below: number) => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
        return state % below;
      };
    };
    /** Terms of such weights and shares of the passages, whose lists are of segments of 1,000 seqs. */
    const termsOf = (kinds: readonly (readonly [weight: number, share: number])[], seqCount: number, seed: number) => {
      const random = randomFrom(seed);
      return kinds.map(([weight, share]) => {
        const held = Array.from({ length: seqCount }, (_, seq) => seq).filter(() => random(1_000) < 1_000 * share);
        const pairs = held.map((seq) => [seq, 1 + random(255)] as const);
        const bySegment = Map.groupBy(pairs, ([seq]) => Math.floor(seq / 1_000) * 1_000);
        return { weight, pairs, lists: [...bySegment].map(([low, own]) => listOf(own, low)) };
      });
    };
    const sorted = (terms: ReturnType<typeof termsOf>) => {
      const sums = new Map<number, number>();
      for (const { weight, pairs } of terms) {
        for (const [seq, impact] of pairs) sums.set(seq, (sums.get(seq) ?? 0) + Math.round(weight * 1_000) * impact);
      }
      return [...sums].map(([seq, impact]) => ({ seq, impact })).sort((a, b) => b.impact - a.impact || a.seq - b.seq);
    };
    const MIXES = {
      'of equal terms': [
        [3, 0.4],
        [4, 0.4],
        [5, 0.4],
      ],
      'of rare and common terms': [
        [0.02, 0.97],
        [9, 0.002],
        [0.5, 0.6],
        [6, 0.03],
        [2, 0.2],
      ],
      'of common terms alone': [
        [0.02, 0.99],
        [0.05, 0.95],
      ],
      'of a term that fewer have than are asked for': [
        [9, 0.001],
        [0.1, 0.9],
      ],
    } as const;

    it.each(Object.entries(MIXES))('%s', (_, kinds) => {
      for (let seed = 1; seed <= 5; seed++) {
        const terms = termsOf(kinds, 20_000, seed);
        const expected = sorted(terms);
        for (const limit of [1, 50, 300]) {
          expect(topPassages(terms, { limit })).toEqual(expected.slice(0, limit));
          const allowed = { has: (seq: number) => seq % 7 === seed };
          const ofAllowed = expected.filter(({ seq }) => allowed.has(seq));
          expect(topPassages(terms, { limit, allowed })).toEqual(ofAllowed.slice(0, limit));
        }
      }
    });

    it('but for those below a sum that is not reached', () => {
      const terms = termsOf(MIXES['of rare and common terms'], 20_000, 1);
      const expected = sorted(terms);
      const leastImpact = expected[20]?.impact ?? 0;
      expect(topPassages(terms, { limit: 50, leastImpact })).toEqual(
        expected.filter(({ impact }) => impact >= leastImpact),
      );
    });
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

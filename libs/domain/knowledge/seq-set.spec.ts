import { SeqSet } from './seq-set';

it('holds exactly the numbers of its ranges, over the borders of its pages', () => {
  const set = new SeqSet();
  set.addRange(65_530, 12);
  set.addRange(3, 1);
  set.addRange(2 ** 31 - 2, 2);
  set.addRange(500, 0);
  for (const seq of [3, 65_530, 65_535, 65_536, 65_541, 2 ** 31 - 2, 2 ** 31 - 1]) expect(set.has(seq)).toBe(true);
  for (const seq of [0, 2, 4, 500, 65_529, 65_542, 131_072, 2 ** 31 - 3]) expect(set.has(seq)).toBe(false);
});

it('reads ranges as the database packs them', () => {
  const packed = Buffer.alloc(16);
  [10, 2, 70_000, 1].forEach((value, at) => {
    packed.writeInt32BE(value, at * 4);
  });
  const set = SeqSet.fromPackedRanges(packed);
  expect([9, 10, 11, 12, 69_999, 70_000, 70_001].filter((seq) => set.has(seq))).toEqual([10, 11, 70_000]);
  expect(SeqSet.fromPackedRanges(Buffer.alloc(0)).has(0)).toBe(false);
});

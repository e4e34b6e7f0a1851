import { analyzerFor, maxScannedChars } from '#domain/language';
import type { PackedSegment, PassageText } from './segment-format';
import { lengthsKey, ownRowBytes } from './segment-format';
import { mergeSegments } from './segment-merger';
import { packSegment } from './segment-packer';
import { findPostings, postingKeys, readLengths, readPostings, readVocabulary } from './segment-reader';

const passage = (seq: number, body: string, title = ''): PassageText => ({ seq, title, body, language: 'en' });
const term = (word: string) => analyzerFor('en').terms(word)[0]!;

/** Seqs and impacts of a word, read as a query reads them. */
function postingsOf(word: string, ...segments: PackedSegment[]): [seq: number, impact: number][] {
  const keys = postingKeys([term(word)], segments);
  const rows = segments.flatMap((segment) =>
    segment.rows.filter(({ key }) => keys.includes(key)).map((row) => ({ segment, ...row })),
  );
  const found = readPostings([term(word)], rows).get(term(word));
  const pairs: [number, number][] = [];
  for (const { data, start, end, lowSeq } of found?.lists ?? []) {
    let seq = lowSeq;
    for (let at = start; at < end; ) {
      let byte = data[at++]!;
      let delta = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = data[at++]!;
        delta |= (byte & 127) << shift;
      }
      seq += delta;
      pairs.push([seq, data[at++]!]);
    }
  }
  expect(found?.documentFrequency ?? 0).toBe(pairs.length);
  return pairs;
}

describe('a packed segment', () => {
  it('finds every passage of a word, and nothing for others', () => {
    const segment = packSegment([passage(7, 'red apples'), passage(2_000_000_000, 'green apple'), passage(9, 'pears')]);
    expect(postingsOf('apple', segment).map(([seq]) => seq)).toEqual([7, 2_000_000_000]);
    expect(postingsOf('plum', segment)).toEqual([]);
    expect(segment).toMatchObject({ passageCount: 3, totalLength: 5, lowSeq: 7, highSeq: 2_000_000_000 });
  });

  it('counts a title twice', () => {
    const segment = packSegment([passage(0, 'tea coffee coffee'), passage(1, 'tea', 'coffee')]);
    const [first, second] = postingsOf('coffee', segment);
    expect(first![1]).toBe(second![1]);
    expect(segment.totalLength).toBe(6);
  });

  it('holds passages without terms', () => {
    const segment = packSegment([passage(1, ''), passage(2, 'the of and'), passage(3, '??')]);
    expect(segment).toMatchObject({ passageCount: 3, totalLength: 0 });
    expect(readLengths(segment.rows, segment.lowSeq)).toEqual([1, 0, 2, 0, 3, 0]);
  });

  it('is empty for no passages, and merging empty ones gives an empty one', () => {
    const empty = packSegment([]);
    expect(empty).toMatchObject({ passageCount: 0, rows: [] });
    expect(mergeSegments([empty, empty], () => false)).toEqual(empty);
  });

  it('gives frequent words a row of their own and spreads the others over buckets', () => {
    const many = Array.from({ length: 4_000 }, (_, seq) => passage(seq, `common word${seq} extra${seq % 977}`));
    const segment = packSegment(many);
    expect(segment.bucketCount).toBeGreaterThan(1);
    const own = segment.rows.find(({ key }) => key === term('common'));
    expect(own!.data.length).toBeGreaterThan(ownRowBytes);
    expect(postingsOf('common', segment)).toHaveLength(4_000);
    expect(postingsOf('word3999', segment).map(([seq]) => seq)).toEqual([3_999]);
    expect(new Set(segment.rows.map(({ key }) => key)).size).toBe(segment.rows.length);
  });

  it('finds each of very many words in its passage, also after a merge', () => {
    const words = (seq: number) => Array.from({ length: 4_000 }, (_, at) => `w${seq}x${at}`);
    const texts = Array.from({ length: 6 }, (_, seq) => passage(seq, words(seq).join(' ')));
    const whole = packSegment(texts);
    const merged = mergeSegments([packSegment(texts.slice(0, 3)), packSegment(texts.slice(3))], () => false);
    expect(merged).toEqual(whole);
    for (const seq of [0, 2, 5]) {
      for (const at of [0, 1_999, 3_999])
        expect(postingsOf(`w${seq}x${at}`, whole).map(([found]) => found)).toEqual([seq]);
    }
  });

  it('keeps its words as text for spelling, without numbers and codes', () => {
    const segment = packSegment([passage(0, 'passwords café X-200 2026 abcdefghijklmnopqrstuvwxyzabc tea')]);
    const words = segment.rows
      .filter(({ key }) => key >= 2 ** 41 && key < lengthsKey)
      .flatMap(({ data }) => readVocabulary(data));
    expect(words.sort()).toEqual(['cafe', 'passwords']);
  });

  it.each([[[1, 1]], [[-1]], [[0.5]], [[2 ** 31]]])('refuses the seqs %p', (seqs) => {
    expect(() => packSegment(seqs.map((seq) => passage(seq, 'x')))).toThrow(RangeError);
  });

  it('reads hostile text only to a limit', () => {
    const hostile = [
      'a'.repeat(1_000_000),
      'x-'.repeat(500_000),
      '漢字'.repeat(300_000),
      "'".repeat(1_000_000),
      '\ud800\u0301'.repeat(100_000),
      Array.from({ length: 100_000 }, (_, i) => `w${i}`).join(' '),
    ];
    const segment = packSegment(hostile.map((text, seq) => passage(seq, text)));
    expect(segment.passageCount).toBe(6);
    expect(segment.totalLength).toBeLessThan(hostile.length * maxScannedChars);
    expect(segment.rows.reduce((sum, { data }) => sum + data.length, 0)).toBeLessThan(maxScannedChars * 10);
  });
});

describe('merged segments', () => {
  const texts = Array.from({ length: 300 }, (_, seq) =>
    passage(seq, `topic${seq % 7} item${seq} ${'filler '.repeat(seq % 5)}common`, seq % 3 === 0 ? 'Heading' : ''),
  );
  const parts = [texts.slice(100), texts.slice(0, 40), texts.slice(40, 100)].map(packSegment);

  it('equal one segment packed from all passages', () => {
    const merged = mergeSegments(parts, () => false);
    expect(merged).toEqual(packSegment(texts));
  });

  it('equal it too when the seqs of the parts interleave', () => {
    const odd = packSegment(texts.filter(({ seq }) => seq % 2 === 1));
    const even = packSegment(texts.filter(({ seq }) => seq % 2 === 0));
    expect(mergeSegments([odd, even], () => false)).toEqual(packSegment(texts));
  });

  it('leave out deleted passages and what only they said', () => {
    const merged = mergeSegments(parts, (seq) => seq >= 5);
    expect(merged).toEqual(packSegment(texts.slice(0, 5)));
    expect(postingsOf('item7', merged)).toEqual([]);
    expect(mergeSegments(parts, () => true).rows).toEqual([]);
  });

  it('read like their parts', () => {
    const merged = mergeSegments(parts, () => false);
    const bySeq = (a: [number, number], b: [number, number]) => a[0] - b[0];
    expect(postingsOf('common', ...parts).sort(bySeq)).toEqual(postingsOf('common', merged));
  });
});

describe('findPostings', () => {
  it('finds nothing without rows', () => {
    const segment = packSegment([passage(0, 'apple')]);
    expect(findPostings(term('apple'), segment, new Map())).toBeUndefined();
  });
});

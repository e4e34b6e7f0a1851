import { alignmentDistance, analyzerFor } from '#domain/language';
import { analyzeQuery } from './query-analysis';
import { packSegment } from './segment-packer';
import { postingKeys, readPostings, vocabularyKeys } from './segment-reader';
import { correctSpelling, unknownWords } from './spelling';

const segment = packSegment([
  {
    seq: 0,
    title: 'Reset your password',
    body: 'Open Settings and confirm the authentication code. Delivery to hotels and motels in Paris, France. X-2000. Stamp stand.',
    language: 'en',
  },
]);
const fetch = (keys: readonly number[]) =>
  segment.rows.filter(({ key }) => keys.includes(key)).map((row) => ({ segment, ...row }));

function correctedWords(text: string): string[] {
  const query = analyzeQuery(text, ['en']);
  const unknown = unknownWords(query, readPostings(query.terms, fetch(postingKeys(query.terms, [segment]))));
  const corrected = correctSpelling(query, unknown, fetch(vocabularyKeys(unknown, [segment])));
  const found = readPostings(corrected.terms, fetch(postingKeys(corrected.terms, [segment])));
  return corrected.words
    .filter(({ alternatives, isCorrected }) => isCorrected && alternatives.some(({ term }) => found.has(term)))
    .map((word) => word.text);
}

describe('spelling', () => {
  it.each(['pasword', 'passwrod', 'passworrd', 'pqssword', 'autentication', 'authentcaiton', 'delivry', 'setings'])(
    'reads "%s" as the word that the base knows',
    (word) => {
      expect(correctedWords(word)).toEqual([word]);
    },
  );

  it.each(['password', 'bicycles', 'kayak', 'codes', 'X-2001', 'opan', 'parsnip', 'weather'])(
    'leaves "%s" alone',
    (word) => {
      expect(correctedWords(word)).toEqual([]);
    },
  );

  it('keeps the query itself when nothing is close', () => {
    const query = analyzeQuery('kayak', ['en']);
    expect(correctSpelling(query, ['kayak'], [])).toBe(query);
  });

  it('offers every word that is equally close', () => {
    const query = analyzeQuery('stanp', ['en']);
    const corrected = correctSpelling(query, ['stanp'], fetch(vocabularyKeys(['stanp'], [segment])));
    const offered = corrected.words[0]!.alternatives.filter(({ weight }) => weight < 1).map(({ term }) => term);
    expect(offered).toEqual(analyzerFor('en').terms('stamp stand'));
  });
});

describe('alignment distance', () => {
  it.each([
    ['abc', 'abc', 0],
    ['abc', 'acb', 1],
    ['abc', 'abcd', 1],
    ['abc', 'abd', 1],
    ['abc', 'bc', 1],
    ['kitten', 'sitting', 3],
  ])('of %s and %s is %d', (a, b, distance) => {
    expect(alignmentDistance(a, b, 5)).toBe(distance);
  });
});

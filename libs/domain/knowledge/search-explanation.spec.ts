import { analyzeQuery } from './lexical/query-analysis';
import { weighQuery } from './lexical/query-weights';
import { packSegment } from './lexical/segment-packer';
import { postingKeys, readPostings } from './lexical/segment-reader';
import { type Candidates, type ScoringOptions, scoreRows } from './scored-passages';
import { explainSearch } from './search-explanation';

const bodies = ['Refunds take ten days.', 'A refund of the deposit takes a week.', 'Delivery is free.'];

function candidatesOf(asked: string, cosines: readonly number[] = []): Candidates {
  const passages = bodies.map((body, seq) => ({ seq, title: '', body, language: 'en' as const }));
  const segment = packSegment(passages);
  const query = analyzeQuery(asked, segment.languages);
  const keys = postingKeys(query.terms, [segment]);
  const fetched = segment.rows.filter(({ key }) => keys.includes(key)).map((row) => ({ segment, ...row }));
  const rows = passages.map((passage, at) => ({
    ...{
      ...passage,
      indexNumber: 1,
      documentId: `doc-${at}`,
      position: 0,
      section: null,
      tags: [],
      sourceType: 'item',
    },
    ...{ metadata: null, cosine: cosines[at] ?? null, firstSeq: at, passageCount: 1 },
  }));
  const weighted = weighQuery(query, readPostings(query.terms, fetched), segment);
  const found = { indexes: [{ number: 1, baseId: 'base' }] } as unknown as Candidates['found'];
  return { found, weighted, rows, probabilities: new Map([[1, (cosine: number) => cosine]]) };
}

function explainOf(candidates: Candidates, options: ScoringOptions) {
  return explainSearch(candidates, scoreRows(candidates, options), options);
}

describe('the explanation of a search', () => {
  it('names the words of the query, what they are worth and how many passages have them', () => {
    const { query } = explainOf(candidatesOf('How long do refunds take?'), { limit: 3 });
    expect(query.language).toBe('en');
    expect(query.terms.find(({ term }) => term === 'refunds')).toMatchObject({ passages: 2 });
  });

  it('tells the scores of what is given first, and why others are left out', () => {
    const { passages, candidates, fusion } = explainOf(candidatesOf('refunds'), { limit: 1 });
    expect(passages.map(({ leftOut }) => leftOut)).toEqual([undefined, 'beyond_limit', 'no_match']);
    expect(passages[0]!.words).toMatchObject({ rank: 1, bm25: expect.any(Number), probability: passages[0]!.score });
    expect(candidates).toEqual({ words: 2, vectors: 0 });
    expect(fusion).toEqual({ words: 1, vectors: 0 });
  });

  it('tells which passages stay below the threshold', () => {
    const { passages } = explainOf(candidatesOf('refunds'), { limit: 3, minScore: 1 });
    expect(passages.map(({ leftOut }) => leftOut)).toEqual(['below_threshold', 'below_threshold', 'no_match']);
  });

  it('tells rank, similarity and probability of vectors', () => {
    const explained = explainOf(candidatesOf('refunds', [0.2, 0.3, 0.9]), { limit: 3 });
    const far = explained.passages.find(({ documentId }) => documentId === 'doc-2');
    expect(far?.vectors).toEqual({ rank: 1, similarity: 0.9, probability: 0.9 });
    expect(explained.candidates).toEqual({ words: 2, vectors: 3 });
    expect(explained.fusion).toEqual({ words: 0.5, vectors: 1 });
  });
});

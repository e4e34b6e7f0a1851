import { MadeUpText } from '#testing/knowledge';
import { bestCandidates } from './best-candidates';
import { analyzeQuery } from './lexical/query-analysis';
import { weighQuery } from './lexical/query-weights';
import { packSegment } from './lexical/segment-packer';
import { readPostings } from './lexical/segment-reader';
import type { FoundPostings } from './posting-reading';

const SEGMENTS = 7;
const PASSAGES_PER_SEGMENT = 60;

function foundIn(query: string): FoundPostings {
  const text = new MadeUpText(11);
  const segments = Array.from({ length: SEGMENTS }, (_, segment) =>
    packSegment(
      text.passages(PASSAGES_PER_SEGMENT).map((body, at) => ({
        ...{ seq: 1 + segment * PASSAGES_PER_SEGMENT + at, title: '', body, language: 'en' as const },
      })),
    ),
  );
  const analyzed = analyzeQuery(query, ['en']);
  const rows = segments.flatMap((segment) => segment.rows.map((row) => ({ ...row, segment })));
  const postings = readPostings(analyzed.terms, rows);
  const statistics = { passageCount: SEGMENTS * PASSAGES_PER_SEGMENT, totalLength: 10_000 };
  const lists = new Set([...postings.values()].flatMap((one) => one.lists));
  const index = { baseId: 'base', number: 1, version: '1', state: '1', deletedShare: 0, lists };
  return {
    ...{ query: analyzed, postings, statistics },
    indexes: [{ ...index, passages: statistics.passageCount, allowed: undefined, hidden: [], vectors: null }],
    isRecalled: false,
  };
}

describe('bestCandidates', () => {
  it('finds the same passages in slices as at once', async () => {
    const queries = new MadeUpText(5);
    for (let count = 0; count < 20; count++) {
      const found = foundIn(queries.query());
      const weighted = weighQuery(found.query, found.postings, found.statistics);
      const whole = await bestCandidates(found, weighted, 30, { perSlice: Number.POSITIVE_INFINITY });
      expect(whole.length).toBeGreaterThan(0);
      expect(await bestCandidates(found, weighted, 30, { perSlice: 100 })).toEqual(whole);
    }
  });

  it('lets others have their turn between slices, and takes none when there is little to add up', async () => {
    const found = foundIn(new MadeUpText(5).query());
    const weighted = weighQuery(found.query, found.postings, found.statistics);
    let turns = 0;
    const count = () => {
      turns++;
      next = setImmediate(count);
    };
    let next = setImmediate(count);
    await bestCandidates(found, weighted, 30);
    expect(turns).toBe(0);
    await bestCandidates(found, weighted, 30, { perSlice: 1 });
    expect(turns).toBeGreaterThanOrEqual(SEGMENTS - 2);
    clearImmediate(next);
  });
});

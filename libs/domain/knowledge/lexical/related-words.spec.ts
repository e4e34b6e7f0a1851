import { analyzeQuery } from './query-analysis';
import { weighQuery } from './query-weights';
import { rescore } from './rescoring';
import { packSegment } from './segment-packer';
import { postingKeys, readPostings } from './segment-reader';
import { topPassages } from './top-passages';

function found(bodies: readonly string[], asked: string, language: 'de' | 'en' | 'es' = 'en') {
  const passages = bodies.map((body, seq) => ({ seq, title: '', body, language }));
  const segment = packSegment(passages);
  const query = analyzeQuery(asked, segment.languages);
  const keys = postingKeys(query.terms, [segment]);
  const rows = segment.rows.filter(({ key }) => keys.includes(key)).map((row) => ({ segment, ...row }));
  const weighted = weighQuery(query, readPostings(query.terms, rows), segment);
  const candidates = topPassages(weighted.postings, { limit: 50 });
  return rescore(
    weighted,
    candidates.map(({ seq }) => passages[seq]!),
  ).map(({ seq }) => bodies[seq]);
}

describe('words of one family', () => {
  it.each([
    ['en', 'Who wrote it?', 'The hymn was written in May.'],
    ['en', 'When did he die?', 'His death came in winter.'],
    ['en', 'the decision', 'They decided nothing.'],
    ['en', 'three wheels', 'It has 3 of them.'],
    ['en', 'a king of France', 'The French elect presidents.'],
    ['de', 'Wer schrieb das?', 'Es wurde von ihr geschrieben.'],
    ['es', '¿Cuándo murió?', 'La muerte llegó en invierno.'],
  ] as const)('are found by each other (%s): %s', (language, asked, body) => {
    expect(found(['Zebra.', body], asked, language)).toEqual([body]);
  });

  it('counts for a little less than the form that was asked for', () => {
    const asked = 'who wrote the report';
    const same = 'The clerk wrote the report.';
    expect(found(['The clerk will write the report.', same], asked)[0]).toBe(same);
  });
});

describe('words of near meaning', () => {
  it('put the passage that has one before another that lacks it', () => {
    const near = 'The tower of the abbey was erected by monks.';
    const other = 'The tower of the abbey was painted by monks.';
    expect(found([other, near], 'Who constructed the tower of the abbey?')[0]).toBe(near);
  });

  it('find nothing alone', () => {
    expect(found(['It was erected by monks.'], 'Who constructed the tower?')).toEqual([]);
  });
});

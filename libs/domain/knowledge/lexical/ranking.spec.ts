import { analyzeQuery } from './query-analysis';
import { weighQuery } from './query-weights';
import { rescore } from './rescoring';
import { packSegment } from './segment-packer';
import { postingKeys, readPostings } from './segment-reader';
import { topPassages } from './top-passages';

function hitsOf(bodies: readonly string[], asked: string) {
  const passages = bodies.map((body, seq) => ({ seq, title: '', body, language: 'en' as const }));
  const segment = packSegment(passages);
  const query = analyzeQuery(asked, segment.languages);
  const keys = postingKeys(query.terms, [segment]);
  const rows = segment.rows.filter(({ key }) => keys.includes(key)).map((row) => ({ segment, ...row }));
  const weighted = weighQuery(query, readPostings(query.terms, rows), segment);
  const found = topPassages(weighted.postings, { limit: 50 });
  return rescore(
    weighted,
    found.map(({ seq }) => passages[seq]!),
  );
}

const bestOf = (bodies: readonly string[], asked: string) => hitsOf(bodies, asked)[0]?.seq;

describe('the order of passages', () => {
  it('prefers the passage that says the words in one sentence', () => {
    const scattered =
      'The warranty of the frame is long. Our workshop opens at nine, closes at five, and takes every kind of order. A battery is sold there, too, as are lamps, locks, pumps, bags and helmets of many sizes and colours. Claims end after a year.';
    const together =
      'The warranty of the battery is long. Our workshop opens at nine, closes at five, and takes every kind of order. A frame is sold there, too, as are lamps, locks, pumps, bags and helmets of many sizes and colours. Claims end after a year.';
    expect(bestOf([scattered, together], 'warranty of the battery')).toBe(1);
  });

  it('prefers the form that was asked for', () => {
    const other = 'The organ was built by a builder of organs in the old town.';
    const exact = 'The organization was built by an owner of organs in the old town.';
    expect(bestOf([other, exact], 'organization old town')).toBe(1);
  });

  it('prefers the number that was asked for', () => {
    const wrong = 'Error 4711 of the printer: open the printer and take the paper out.';
    const right = 'Error 4712 of the device: switch it off and wait.';
    expect(bestOf([wrong, right], 'printer error 4712')).toBe(1);
  });

  it('hears a question word for word, stop words included', () => {
    const loose = 'In the end there was peace, and what came of the war was a treaty.';
    const literal = 'What came at the end of the war was a treaty, and there was peace.';
    expect(bestOf([loose, literal], 'peace at the end of the war')).toBe(1);
  });

  it('never gives a lower ranked passage the higher probability', () => {
    const bodies = [
      'Cats sleep.',
      'Cats and dogs sleep a lot.',
      'Dogs bark.',
      'Cats and dogs.',
      'A dog and a cat bark.',
    ];
    const probabilities = hitsOf(bodies, 'Where do cats and dogs sleep?').map(({ probability }) => probability);
    expect(probabilities).toEqual([...probabilities].sort((a, b) => b - a));
  });

  it('gives the same whether passages were read before or not', () => {
    const bodies = ['Refunds take ten days.', 'Delivery takes two days.'];
    expect(hitsOf(bodies, 'how long do refunds take')).toEqual(hitsOf(bodies, 'how long do refunds take'));
  });
});

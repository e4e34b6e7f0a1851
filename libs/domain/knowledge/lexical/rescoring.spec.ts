import type { LanguageCode } from '#domain/language';
import { analyzeQuery } from './query-analysis';
import { weighQuery } from './query-weights';
import { rescore, type ScoredPassage } from './rescoring';
import { packSegment } from './segment-packer';
import { postingKeys, readPostings } from './segment-reader';
import { topPassages } from './top-passages';

interface Text {
  title?: string;
  body: string;
  language?: LanguageCode;
}

function search(texts: readonly Text[], text: string): ScoredPassage[] {
  const passages = texts.map(({ title = '', body, language = 'en' as const }, seq) => ({ seq, title, body, language }));
  const segment = packSegment(passages);
  const query = analyzeQuery(text, segment.languages);
  const keys = postingKeys(query.terms, [segment]);
  const rows = segment.rows.filter(({ key }) => keys.includes(key)).map((row) => ({ segment, ...row }));
  const weighted = weighQuery(query, readPostings(query.terms, rows), segment);
  const seqs = topPassages(weighted.postings, { limit: 50 });
  return rescore(
    weighted,
    seqs.map(({ seq }) => passages[seq]!),
  );
}

const ranking = (texts: readonly Text[], text: string) => search(texts, text).map(({ seq }) => seq);

describe('rescoring', () => {
  it('prefers words that stand together', () => {
    const apart = { body: 'The card was declined. Buy a gift for your friends and family today in any shop.' };
    const together = { body: 'The offer was declined. Buy a gift card for your friends and family in any shop.' };
    expect(ranking([apart, together], 'gift card')[0]).toBe(1);
  });

  it('prefers the title', () => {
    const inBody = { title: 'Delivery', body: 'Refunds are possible. Ask us.' };
    const inTitle = { title: 'Refunds', body: 'Delivery is possible. Ask us.' };
    expect(ranking([inBody, inTitle], 'refunds')[0]).toBe(1);
  });

  it('hears related words of which no stem is shared', () => {
    const far = { body: 'The tram stops at the market square every ten minutes.' };
    const near = { body: 'The tram stops at the authentication office.' };
    expect(ranking([far, near], 'tram authenticator')[0]).toBe(1);
  });

  it('breaks ties by seq', () => {
    const same = { body: 'Bicycles are repaired here.' };
    expect(ranking([same, same, same], 'bicycle repair')).toEqual([0, 1, 2]);
  });

  it('finds a code however it is written', () => {
    const texts = [{ body: 'Model X-100 has a red case.' }, { body: 'Model X-200 has a blue case.' }];
    for (const asked of ['X-200', 'x200', 'X 200', 'model x‑200']) expect(ranking(texts, asked)[0]).toBe(1);
    expect(search(texts, 'X200 case')[0]!.evidence.coverage).toBeCloseTo(1);
  });

  it('finds the right passage in another language of the base, and in scripts without spaces', () => {
    const texts: Text[] = [
      { body: 'The invoices are sent on the first day of the month.', language: 'en' },
      { body: 'Rechnungen werden am ersten Tag des Monats verschickt.', language: 'de' },
      { body: '请求发票请联系客服。', language: 'simple' },
    ];
    expect(ranking(texts, 'Wann kommt die Rechnung?')[0]).toBe(1);
    expect(ranking(texts, 'When is the invoice sent?')[0]).toBe(0);
    expect(ranking(texts, '发票')[0]).toBe(2);
  });

  it('returns nothing for a query of stop words, signs or nothing', () => {
    const texts = [{ body: 'Who are you and what is this?' }];
    for (const asked of ['who are you', '???', '', ' ']) expect(search(texts, asked)).toEqual([]);
  });

  it('does not lower the probability of a passage because a copy of it is there', () => {
    const text = { title: 'Late fees', body: 'For every late book we charge 20 cents a day.' };
    const other = { body: 'The library has many books about history.' };
    const [alone] = search([text, other], 'What are the late fees?');
    const [first, second] = search([text, text, other], 'What are the late fees?');
    expect(first!.probability).toBeGreaterThan(alone!.probability - 0.1);
    expect(second!.probability).toBeCloseTo(first!.probability, 5);
  });

  it('gives probabilities from 0 to 1 and finite evidence for hostile input', () => {
    const texts = [{ body: '' }, { body: 'a' }, { body: 'x '.repeat(100_000) }, { title: 'a', body: '\ud800' }];
    const hits = search(texts, `a x ${'x-'.repeat(5_000)} ${'y'.repeat(10_000)}`);
    expect(hits.length).toBeGreaterThan(0);
    for (const { probability, evidence } of hits) {
      expect(probability).toBeGreaterThanOrEqual(0);
      expect(probability).toBeLessThanOrEqual(1);
      expect(Object.values(evidence).every(Number.isFinite)).toBe(true);
    }
  });

  it('is more certain when more of the question is covered', () => {
    const texts = [
      { title: 'Gift cards', body: 'Gift cards are valid for three years.' },
      { body: 'Parking is free.' },
    ];
    const certainty = (asked: string) => search(texts, asked)[0]?.probability ?? 0;
    expect(certainty('How long are gift cards valid?')).toBeGreaterThan(
      certainty('Are gift baskets delivered abroad?'),
    );
  });
});

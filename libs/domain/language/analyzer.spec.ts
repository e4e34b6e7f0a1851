import { analyzerFor } from './analyzer';
import { foldText } from './character-folding';
import type { LanguageCode } from './languages';
import { maxWordCodes } from './word-scanner';

const words = (text: string, language: LanguageCode = 'en') =>
  analyzerFor(language)
    .tokens(text)
    .map((token) => token.text);
const shareTerm = (language: LanguageCode, one: string, other: string) =>
  expect(analyzerFor(language).terms(one)).toEqual(analyzerFor(language).terms(other));

describe('folding', () => {
  it('drops case, accents and compatibility forms', () => {
    expect(foldText('Crème BRÛLÉE ﬁne ＡＢＣ İstanbul')).toBe('creme brulee fine abc istanbul');
  });

  it('spells out letters that have no accent to drop', () => {
    expect(foldText('Straße Ærø Łódź')).toBe('strasse aero lodz');
  });

  it('keeps the Cyrillic й but not the dots of ё', () => {
    expect(foldText('Чёрный')).toBe('черный');
    expect(foldText('й'.normalize('NFD'))).toBe('й');
  });

  it('reads digits of every script', () => {
    expect(foldText('٢٠٢٦ २०२६')).toBe('2026 2026');
  });
});

describe('words', () => {
  it('come with their offsets in the text as given', () => {
    const text = '“Über-Größe”, Émile’s car';
    const tokens = analyzerFor('simple').tokens(text);
    const plain = tokens.filter(({ form }) => form === 0).map(({ start, end }) => text.slice(start, end));
    expect(plain).toEqual(['Über', 'Größe', 'Émile', 'car']);
  });

  it('drop possessive endings, contractions and negations', () => {
    expect(words("Anna's brother doesn't know we'll come", 'simple')).toEqual([
      'anna',
      'brother',
      'know',
      'we',
      'come',
    ]);
  });

  it('of a product code are found in pieces and joined', () => {
    expect(words('X-200 v2.3 1,000 me@site.org', 'simple')).toEqual([
      ...['x', '200', 'x200'],
      ...['v2', '3', 'v2.3'],
      ...['1', '000', '1000'],
      ...['me', 'site', 'org', 'me@site.org'],
    ]);
  });

  it.each([
    ['X-200', 'the X200'],
    ['E-Mail', 'email'],
    ['log-in', 'login'],
    ['wi‑fi', 'wifi'],
  ])('of %s can be found as "%s"', (written, asked) => {
    const found = analyzerFor('en').terms(written);
    expect(
      analyzerFor('en')
        .terms(asked)
        .every((term) => found.includes(term)),
    ).toBe(true);
  });

  it('in scripts without spaces are overlapping pairs of characters', () => {
    expect(words('東京都に', 'simple')).toEqual(['東京', '京都', '都に']);
    expect(words('iPhone手机壳', 'simple')).toEqual(['iphone', '手机', '机壳']);
    expect(words('비밀번호', 'simple')).toEqual(['비밀', '밀번', '번호']);
  });

  it('keep the vowel signs of Indic scripts', () => {
    expect(words('पासवर्ड', 'simple')).toHaveLength(1);
  });

  it('are read to a limit, and long runs without spaces in pieces', () => {
    expect(words('a'.repeat(1_000_000), 'simple')).toEqual(['a'.repeat(maxWordCodes)]);
    expect(words('漢'.repeat(200), 'simple').length).toBeGreaterThanOrEqual(199);
  });

  it('of lone surrogates, marks and control characters are nothing', () => {
    expect(words('\ud800 \udfff \u0000 \u0301 🙂 ---', 'simple')).toEqual([]);
  });
});

describe('terms', () => {
  it('are the same for inflected forms', () => {
    shareTerm('en', 'resetting passwords', 'reset password');
    shareTerm('de', 'Häuser Rechnungen', 'Haus Rechnung');
    shareTerm('fr', 'livraisons', 'livraison');
    shareTerm('ru', 'пароля', 'пароль');
  });

  it('are the same with and without accents', () => {
    shareTerm('es', 'habitación', 'habitacion');
    shareTerm('es', 'habitaciones', 'habitacion');
    shareTerm('pt', 'informações', 'informacao');
    shareTerm('fr', 'activité', 'activite');
    shareTerm('de', 'für Schlüssel', 'fuer Schluessel');
  });

  it('leave out stop words, which stay visible as tokens', () => {
    const tokens = analyzerFor('en').tokens('When are you open?');
    expect(tokens.map(({ text, isStopWord }) => [text, isStopWord])).toEqual([
      ['when', true],
      ['are', true],
      ['you', true],
      ['open', false],
    ]);
    expect(analyzerFor('en').terms('When are you open?')).toEqual([tokens[3]!.term]);
  });

  it('never change, because indexes hold them', () => {
    expect(analyzerFor('en').terms('Passwords')).toEqual([1918532091]);
  });
});

/**
 * Stems of folded words. The Snowball algorithms (snowballstem.org) expect accents, but people write "habitacion" and
 * "informacao" in chats. Words are therefore folded first, in passages and queries alike, and the accents of the few
 * endings that the algorithms look for are put back before stemming. German "ue", "oe", "ae" for umlauts are read as
 * u, o, a after a consonant, which is where they stand for umlauts (compare "fuer" and "neue").
 */
import { newStemmer } from 'snowball-stemmers';
import { foldText } from './character-folding';
import type { LanguageCode } from './languages';

export type Stem = (foldedWord: string) => string;

const algorithms: Readonly<Record<Exclude<LanguageCode, 'simple'>, string>> = {
  en: 'english',
  de: 'german',
  fr: 'french',
  es: 'spanish',
  it: 'italian',
  pt: 'portuguese',
  nl: 'dutch',
  sv: 'swedish',
  da: 'danish',
  no: 'norwegian',
  fi: 'finnish',
  ru: 'russian',
};

type Rule = readonly [pattern: RegExp, replacement: string];
const restoredEndings: Partial<Record<LanguageCode, readonly Rule[]>> = {
  de: [[/(^|[bcdfghjklmnprstvwxz])([aou])e/g, '$1$2']],
  fr: [
    [/ee(s?)$/, 'ée$1'],
    [/ite(s?)$/, 'ité$1'],
  ],
  es: [
    [/([cs])ion$/, '$1ión'],
    [/logia(s?)$/, 'logía$1'],
  ],
  it: [[/ita$/, 'ità']],
  pt: [
    [/cao$/, 'ção'],
    [/coes$/, 'ções'],
    [/avel$/, 'ável'],
    [/ivel$/, 'ível'],
    [/encia(s?)$/, 'ência$1'],
  ],
};

/** Numbers, product codes and words of other alphabets are left alone by construction or by this test. */
const lettersOnly = /^\p{L}{3,}$/u;

export function stemmerFor(language: LanguageCode): Stem {
  if (language === 'simple') return (word) => word;
  const stemmer = newStemmer(algorithms[language]);
  const rules = restoredEndings[language] ?? [];
  return (word) => {
    if (!lettersOnly.test(word)) return word;
    const accented = rules.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), word);
    return foldText(stemmer.stem(accented)) || word;
  };
}

/**
 * Counts how common stems are in ordinary text and in questions, for `background-rates.ts`. Only rates leave the sets, no
 * text. The rate of a stem is its share of passages or of questions, whichever is higher, averaged over the sets of its language.
 */
import { analyzerFor } from '../../libs/domain/language/analyzer';
import type { LanguageCode } from '../../libs/domain/language/languages';
import { type Dataset, halfOf } from './datasets';

/** Stems below this are as good as absent: the table's default is 2 per mille. */
const minPerMille = 12;
const onlyLetters = /^\p{L}+$/u;

export function countBackground(sets: readonly (Dataset & { language: LanguageCode })[]): string {
  const rates = new Map<string, number>();
  for (const language of new Set(sets.map((set) => set.language))) {
    const ofLanguage = sets.filter((set) => set.language === language);
    const passages = meanRates(
      ofLanguage.map((set) =>
        shares(
          language,
          set.passages.map(({ title, body }) => `${title} ${body}`),
        ),
      ),
    );
    const questions = meanRates(ofLanguage.map((set) => shares(language, tuningQuestions(set))));
    for (const table of [passages, questions]) {
      for (const [stem, rate] of table) rates.set(stem, Math.max(rate, rates.get(stem) ?? 0));
    }
  }
  const perMille = [...rates].map(([stem, rate]) => [stem, Math.round(rate * 1_000)] as const);
  const common = perMille.filter(([, rate]) => rate >= minPerMille);
  common.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return common.map(([stem, rate]) => `${stem}:${rate}`).join(' ');
}

function tuningQuestions(set: Dataset): string[] {
  return set.queries.filter(({ id }) => halfOf(id) === 'tuning').map(({ text }) => text);
}

function shares(language: LanguageCode, texts: readonly string[]): Map<string, number> {
  const analyzer = analyzerFor(language);
  const counts = new Map<string, number>();
  for (const text of texts) {
    const words = analyzer.tokens(text).filter((token) => !token.isStopWord && onlyLetters.test(token.text));
    for (const stem of new Set(words.map((token) => analyzer.stemOf(token.text))))
      counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return new Map([...counts].map(([stem, count]) => [stem, count / texts.length]));
}

function meanRates(tables: readonly Map<string, number>[]): Map<string, number> {
  const means = new Map<string, number>();
  for (const table of tables) {
    for (const [stem, rate] of table) means.set(stem, (means.get(stem) ?? 0) + rate / tables.length);
  }
  return means;
}

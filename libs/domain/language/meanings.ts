/** What words mean, as far as the lists of this room know: for whoever compares texts by more than their letters. */
import { analyzerFor } from './analyzer';
import type { LanguageCode } from './languages';
import { synonymGroups } from './synonyms';
import { hashTerm } from './term-hash';
import { thesaurus } from './thesaurus';
import { wordFamilies } from './word-families';

/** By language, then by stem. */
const known = new Map<LanguageCode, ReadonlyMap<string, readonly number[]>>();

/** A number for each group of words of like meaning that a folded word stands in; if it stands in none, one for its stem. */
export function meaningsOf(foldedWord: string, language: LanguageCode): readonly number[] {
  let meanings = known.get(language);
  if (meanings === undefined) {
    meanings = readGroups(language);
    known.set(language, meanings);
  }
  const stem = analyzerFor(language).stemOf(foldedWord);
  return meanings.get(stem) ?? [hashTerm(stem)];
}

function readGroups(language: LanguageCode): ReadonlyMap<string, readonly number[]> {
  const analyzer = analyzerFor(language);
  const families = wordFamilies[language]?.split(',') ?? [];
  const groups = [...families, ...(synonymGroups[language] ?? []), ...(thesaurus[language]?.split(',') ?? [])];
  const meanings = new Map<string, number[]>();
  for (const group of groups.map((words) => words.trim())) {
    const stems = new Set(group.split(/\s+/).map((word) => analyzer.stemOf(word)));
    for (const stem of stems) meanings.set(stem, [...(meanings.get(stem) ?? []), hashTerm(`= ${group}`)]);
  }
  return meanings;
}

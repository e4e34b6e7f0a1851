/** What words mean, as far as the lists of this room know: for whoever compares texts by more than their letters. */
import { analyzerFor } from './analyzer';
import type { LanguageCode } from './languages';
import { synonymGroups } from './synonyms';
import { hashTerm } from './term-hash';
import { thesaurus } from './thesaurus';
import { wordFamilies } from './word-families';

/** By language, then by stem. */
const known = new Map<LanguageCode, ReadonlyMap<string, readonly number[]>>();

/** Whether it is a word of the language for sure: one that the lists have. */
export function isListedWord(foldedWord: string, language: LanguageCode): boolean {
  const analyzer = analyzerFor(language);
  return analyzer.isStopWord(foldedWord) || groupsOf(language).has(analyzer.stemOf(foldedWord));
}

/** A number for each group of words of like meaning that a folded word stands in; if it stands in none, one for its stem. */
export function meaningsOf(foldedWord: string, language: LanguageCode): readonly number[] {
  const stem = analyzerFor(language).stemOf(foldedWord);
  return groupsOf(language).get(stem) ?? [hashTerm(stem)];
}

function groupsOf(language: LanguageCode): ReadonlyMap<string, readonly number[]> {
  let groups = known.get(language);
  if (groups === undefined) {
    groups = readGroups(language);
    known.set(language, groups);
  }
  return groups;
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

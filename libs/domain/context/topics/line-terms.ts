/** What a line may be about: its runs of nouns, as far as small words, endings and capital letters give them away. */
import { backgroundRate } from '#domain/knowledge';
import { analyzerFor, foldText, isLanguageCode } from '#domain/language';
import type { FoundEntity } from '../turns/turn-context.types';
import { isGeneric, looksLikeVerb } from './topic-words';

export interface Term {
  /** As said. */
  text: string;
  stem: string;
  /** 0 to 1: how much it says. */
  rarity: number;
}

/** Words that stand side by side. */
export type TermRun = readonly Term[];

const WORDS = /\p{L}[\p{L}\p{M}\p{N}'’-]*|\p{N}+|[^\s\p{L}\p{N}]/gu;
/** More is no line of a conversation; it also bounds the cost. */
const MAX_CHARS = 2_000;
const LEAST_LENGTH = 3;
/** A word that is in two of a thousand texts says as much as a word can. */
const RAREST = 0.002;
/** Words of greetings and of asking, whatever is asked. */
const TOO_COMMON = 0.3;

export function runsOf(line: string, language: string, entities: readonly FoundEntity[] = []): TermRun[] {
  const text = withoutSpans(line.slice(0, MAX_CHARS), entities);
  const analyzer = analyzerFor(isLanguageCode(language) ? language : 'simple');
  const takesCapitals = language === 'de' && /[^.!?\s]\s+\p{Lu}/u.test(text);
  const runs: Term[][] = [[]];
  let before: string | undefined;
  for (const [word] of text.matchAll(WORDS)) {
    const folded = foldText(word)
      .replace(/['’](?:s|t|re|ve|ll|d|m)$/, '')
      .replace(/['’]/g, '');
    const term = analyzer.termOfWord(folded);
    const rate = backgroundRate(term);
    const isTerm =
      folded.length >= LEAST_LENGTH &&
      /^\p{L}/u.test(folded) &&
      term !== 0 &&
      rate < TOO_COMMON &&
      !isGeneric(folded, language) &&
      (isName(word, before) || !looksLikeVerb(folded, before, language)) &&
      (!takesCapitals || /^\p{Lu}/u.test(word));
    if (isTerm) runs.at(-1)!.push({ text: word, stem: analyzer.stemOf(folded), rarity: rarityOf(rate) });
    else if (runs.at(-1)!.length > 0) runs.push([]);
    before = /[\p{L}\p{N}]/u.test(word) ? folded : undefined;
  }
  return runs.filter((run) => run.length > 0);
}

/** A large letter in the middle of a sentence: "to Norway" is no infinitive. */
function isName(word: string, before: string | undefined): boolean {
  return before !== undefined && /^\p{Lu}/u.test(word);
}

/** Stems of all words, for the keywords of given topics. */
export function stemsOf(text: string, language: string): string[] {
  const analyzer = analyzerFor(isLanguageCode(language) ? language : 'simple');
  return analyzer.tokens(text.slice(0, MAX_CHARS)).map((token) => analyzer.stemOf(token.text));
}

function rarityOf(rate: number): number {
  return Math.min(1, Math.log(Math.max(rate, RAREST)) / Math.log(RAREST));
}

/** Entities are no words; a full stop in their place keeps their neighbours apart. */
function withoutSpans(text: string, entities: readonly FoundEntity[]): string {
  let kept = '';
  let from = 0;
  for (const { start, end } of entities) {
    kept += `${text.slice(from, start)} . `;
    from = end;
  }
  return kept + text.slice(from);
}

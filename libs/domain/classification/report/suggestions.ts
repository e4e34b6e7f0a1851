/** What a person could do about the examples, in words, that which would mend most first. */
import type { Findings } from './findings';
import type { Suggestion, SuggestionKind } from './report.types';
import { imbalance, missedWordings, tooFewExamples } from './suggest-for-intents';
import { contradictoryTexts, overlappingIntents } from './suggest-for-pairs';
import { learningCurve, outOfScopeExamples } from './suggest-for-the-whole';

const MAX_SUGGESTIONS = 20;
/** So that one kind does not hide the others. */
const MAX_OF_A_KIND = 8;
const MAX_TEXTS = 5;

export function suggestionsOf(findings: Findings): Suggestion[] {
  const advice = [
    ...contradictoryTexts(findings),
    ...overlappingIntents(findings),
    ...missedWordings(findings),
    ...tooFewExamples(findings),
    ...outOfScopeExamples(findings),
    ...learningCurve(findings),
    ...imbalance(findings),
  ];
  const left = new Map<SuggestionKind, number>();
  return advice
    .sort((a, b) => b.worth - a.worth)
    .filter(({ kind }) => {
      left.set(kind, (left.get(kind) ?? MAX_OF_A_KIND) - 1);
      return left.get(kind)! >= 0;
    })
    .slice(0, MAX_SUGGESTIONS)
    .map(({ kind, intent = null, otherIntent = null, message, texts = [] }) => {
      return { kind, intent, otherIntent, message, texts: texts.slice(0, MAX_TEXTS) };
    });
}

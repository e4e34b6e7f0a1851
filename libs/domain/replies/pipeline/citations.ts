/** What a model that cites has cited: only known when it has said everything. */
import type { FoundPassage } from '#domain/knowledge';
import { citedPassages, renumberCitations } from '#providers/llm';

export interface CitingText {
  text: string;
  passages: readonly FoundPassage[];
}

/** The cited passages in the order of the text, which cites them by their new places; all when it cites none. */
export function keepCited({ text, passages }: CitingText): CitingText {
  const cited = citedPassages(text, passages.length);
  if (cited.length === 0) return { text, passages };
  const numbers = new Map(cited.map((from, to) => [from + 1, to + 1]));
  return {
    text: renumberCitations(text, numbers),
    passages: cited.map((index) => passages[index]).filter((passage) => passage !== undefined),
  };
}

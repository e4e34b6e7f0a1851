import { estimateTokens } from '#providers/llm';
import { sentencesOf } from './pieces';

/** The last whole sentences of a passage, as many as the overlap takes; the next passage begins with it. */
export function overlapOf(body: string, overlapTokens: number): string {
  if (overlapTokens === 0) return '';
  // No sentence of the overlap is longer than that: a token has at most some dozen characters.
  const end = body.slice(-overlapTokens * 16);
  const sentences = sentencesOf(end.slice(end.lastIndexOf('\n\n') + 1));
  let overlap = '';
  for (const sentence of sentences.reverse()) {
    if (estimateTokens(sentence + overlap) > overlapTokens) break;
    overlap = sentence + overlap;
  }
  return overlap.trimStart();
}

/**
 * Ends a model's words before the first of some texts, or after so many tokens, whether or not the model can do that itself. What
 * may be the beginning of such a text is held back until it is known.
 */
import { estimateTokens, type LlmEvent } from '#providers/llm';

/** @param stop none of them empty */
export async function* stoppingAt(
  events: AsyncIterable<LlmEvent>,
  stop: readonly string[],
): AsyncGenerator<LlmEvent, void, undefined> {
  let held = '';
  for await (const event of events) {
    if (event.type === 'delta') {
      held += event.text;
      const end = firstOf(stop, held);
      if (end >= 0) {
        if (end > 0) yield { type: 'delta', text: held.slice(0, end) };
        yield { type: 'done', finishReason: 'stop' };
        return;
      }
      const sure = held.length - undecided(stop, held);
      if (sure > 0) yield { type: 'delta', text: held.slice(0, sure) };
      held = held.slice(sure);
      continue;
    }
    if (held !== '') yield { type: 'delta', text: held };
    held = '';
    yield event;
  }
}

/** For models that do not count: those that only quote. */
export async function* endingAfterTokens(
  events: AsyncIterable<LlmEvent>,
  maxTokens: number,
): AsyncGenerator<LlmEvent, void, undefined> {
  let text = '';
  for await (const event of events) {
    const words = event.type === 'delta' ? event.text : '';
    if (estimateTokens(text + words) > maxTokens) {
      const fitting = longestFitting(text, words, maxTokens);
      if (fitting !== '') yield { type: 'delta', text: fitting };
      yield { type: 'done', finishReason: 'length' };
      return;
    }
    text += words;
    yield event;
  }
}

function firstOf(stop: readonly string[], text: string): number {
  const found = stop.map((one) => text.indexOf(one)).filter((at) => at >= 0);
  return found.length === 0 ? -1 : Math.min(...found);
}

/** UTF-16 units at the end of the text with which one of the texts may begin. */
function undecided(stop: readonly string[], text: string): number {
  const longest = Math.max(...stop.map(({ length }) => length)) - 1;
  for (let length = Math.min(longest, text.length); length > 0; length--)
    if (stop.some((one) => one.startsWith(text.slice(-length)))) return length;
  return 0;
}

/** Whole words of a piece; it has a few. */
function longestFitting(before: string, piece: string, maxTokens: number): string {
  const words = piece.match(/\s*\S+/g) ?? [];
  let fitting = '';
  for (const word of words) {
    if (estimateTokens(before + fitting + word) > maxTokens) break;
    fitting += word;
  }
  return fitting;
}

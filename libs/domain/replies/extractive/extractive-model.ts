/**
 * The built-in model: answers with sentences of the passages and nothing else. It needs no provider, says the same thing
 * every time, and judges itself by a calibrated probability.
 */
import { detectLanguage } from '#domain/language';
import {
  estimateTokens,
  type LlmCapabilities,
  type LlmEvent,
  type LlmModel,
  type LlmQuestion,
  type LlmQuote,
  type LlmRequest,
} from '#providers/llm';
import { assess } from '../evidence/assessment';
import { bestSentences, type Quote } from './best-sentences';
import { replyConfidence } from './confidence';
import { type Quotation, quotationOf } from './quotation';
import { quotedText } from './quoted-text';

export const extractiveModelName = 'extractive';

interface Answer {
  quotes: readonly Quote[];
  confidence: number;
}

export class ExtractiveModel implements LlmModel {
  readonly name = extractiveModelName;
  readonly provider = 'parley';
  readonly capabilities: LlmCapabilities = {
    streaming: true,
    tools: false,
    jsonOutput: false,
    images: false,
    assessment: true,
    groundedOnly: true,
    maxInputTokens: 1_000_000,
  };

  async *generate(request: LlmRequest): AsyncGenerator<LlmEvent> {
    request.signal?.throwIfAborted();
    const answers = request.questions.flatMap((question) => answerTo(question, request));
    const quotes = merged(answers.flatMap((answer) => answer.quotes));
    const text = quotes.map(({ quotable, quotation }) => quotedText(quotable, quotation)).join('\n\n');
    yield {
      type: 'assessment',
      confidence: meanOf(answers.map(({ confidence }) => confidence)),
      quotedPassageIds: quotes.map(({ quotable }) => quotable.passage.id),
      quotes: quotes.map(placeOf),
    };
    for (const piece of piecesOf(text)) {
      request.signal?.throwIfAborted();
      yield { type: 'delta', text: piece };
    }
    yield { type: 'usage', usage: { inputTokens: inputTokens(request), outputTokens: estimateTokens(text) } };
    yield { type: 'done', finishReason: 'stop' };
  }
}

/**
 * Quotes the first passage of the question, while the others tell which words are telling; or, when it is told how many, the
 * best sentences of all. Nothing when the first has no text.
 */
function answerTo({ text, words, passages }: LlmQuestion, { passages: all, maxSentences }: LlmRequest): Answer[] {
  const found = passages.flatMap(({ id, score }) => {
    const passage = all.find((one) => one.id === id);
    return passage === undefined ? [] : [{ ...passage, score }];
  });
  const { passages: assessed, question } = assess({ text, words }, detectLanguage(text, 'en'), found);
  const [first] = assessed;
  if (first?.best === undefined) return [];
  const quotes =
    maxSentences === undefined
      ? [{ quotable: first.quotable, quotation: quotationOf(first, question.kind) }]
      : bestSentences(assessed, maxSentences);
  return [{ quotes, confidence: replyConfidence(passages[0]?.score ?? 0) }];
}

/** Quotes of one passage become one, in the order of its text. */
function merged(all: readonly Quote[]): Quote[] {
  const quotes: Quote[] = [];
  for (const { quotable, quotation } of all) {
    const known = quotes.findIndex((quote) => quote.quotable.passage.id === quotable.passage.id);
    if (known < 0) quotes.push({ quotable, quotation });
    else quotes[known] = { quotable, quotation: union(quotes[known]?.quotation ?? [], quotation) };
  }
  return quotes;
}

/** From the first quoted unit to the last, with what stands between them. */
function placeOf({ quotable, quotation }: Quote): LlmQuote {
  const spans = quotation.flatMap((index) => quotable.units[index]?.span ?? []);
  const start = Math.min(...spans.map((span) => span.start));
  return { passageId: quotable.passage.id, start, end: Math.max(...spans.map((span) => span.end)) };
}

function union(one: Quotation, two: Quotation): Quotation {
  return [...new Set([...one, ...two])].sort((a, b) => a - b);
}

/** Pieces of a few words that end at blanks, so that what has been read is always whole words. */
export function piecesOf(text: string): string[] {
  return text.match(/\s*(?:\S+\s*){1,4}/g) ?? [];
}

function inputTokens({ system, messages, passages }: LlmRequest): number {
  const texts = [system, ...messages.map(({ text }) => text), ...passages.map(({ text }) => text)];
  return texts.reduce((sum, text) => sum + estimateTokens(text), 0);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** Ways to tell a reply: fixed words, a model's text as it comes, and a whole text with only what it cites. */
import { AppError } from '#kernel';
import { estimateTokens, type LlmUsage } from '#providers/llm';
import type { Quotes } from '../passages/span';
import type { Reply, ReplyEvent, ReplyRequest } from '../replies.types';
import { type CitingText, keepCited } from './citations';
import type { FixedWords } from './decision';
import { type Generation, isGroundedByTool } from './generation';
import { sourcesOf } from './sources';
import { supportingQuotes } from './supporting-quotes';
import type { SpeechEvent } from './tool-rounds';

/** The model of a reply that no model made: small talk, the answer of a question, that the knowledge has nothing. */
export const NO_MODEL = 'none';
export const NO_USAGE: LlmUsage = { inputTokens: 0, outputTokens: 0 };

export type Draft = Omit<Reply, 'latencyMs'>;
export type Drafting = AsyncGenerator<ReplyEvent, Draft, undefined>;

/** How a model has ended, where there is something to say of it. */
export type Ending = Pick<Reply, 'finishReason' | 'toolCalls'>;

export interface Told {
  text: string;
  usage: LlmUsage | undefined;
  ending: Ending;
}

export function* sayWords({ text, confidence, isRefusal }: FixedWords): Generator<ReplyEvent, Draft> {
  yield { type: 'sources', sources: [] };
  yield { type: 'delta', text };
  const told = { text, sources: [], confidence, grounded: false, model: NO_MODEL, usage: NO_USAGE };
  return isRefusal ? told : { ...told, isSmallTalk: true };
}

export interface Freely {
  /** Said before words that no tool has given ground. */
  prefix?: string;
  /** Holds the words back until a tool has given them ground, and for good when none does. */
  needsTool?: boolean;
  /** Called before the first word is told. */
  onTelling?(): void;
}

/**
 * A model's own words, without sources; nothing is told when it says nothing.
 *
 * @throws what the model throws after its first word
 */
export async function* sayFreely(
  generation: Generation,
  { prefix = '', needsTool = false, onTelling }: Freely = {},
): AsyncGenerator<ReplyEvent, Told, undefined> {
  const told: Told = { text: '', usage: undefined, ending: {} };
  let held = '';
  for await (const event of generation.events) {
    if (event.type === 'usage') told.usage = event.usage;
    else if (event.type === 'tool') yield event;
    else told.ending = endingAfter(told.ending, event);
    if (event.type !== 'delta') continue;
    held += event.text;
    const hasGround = isGroundedByTool(generation);
    if (held === '' || (needsTool && !hasGround)) continue;
    if (told.text === '') {
      onTelling?.();
      yield { type: 'sources', sources: [] };
      if (!hasGround) held = prefix + held;
    }
    told.text += held;
    yield { type: 'delta', text: held };
    held = '';
  }
  return told;
}

export function endingAfter(ending: Ending, event: SpeechEvent): Ending {
  if (event.type === 'calls') return { ...ending, toolCalls: event.calls };
  if (event.type !== 'done' || event.finishReason === 'stop') return ending;
  return { ...ending, finishReason: event.finishReason };
}

/** A reply that is nothing but calls of the caller's tools. */
export function* sayCalls(ending: Ending, spoken: Pick<Draft, 'model' | 'usage'>): Generator<ReplyEvent, Draft> {
  yield { type: 'sources', sources: [] };
  return { text: '', sources: [], confidence: 0, grounded: false, ...ending, ...spoken };
}

/** All at once, with only the sources that the text cites. */
export function* sayCited(
  whole: CitingText,
  quotes: Quotes,
): Generator<ReplyEvent, Pick<Reply, 'text' | 'sources'>, undefined> {
  const { text, passages } = keepCited(whole);
  const sources = sourcesOf(passages, supportingQuotes({ text, passages }, quotes));
  yield { type: 'sources', sources };
  yield { type: 'delta', text };
  return { text, sources };
}

/** Whether another model, or fixed words, may make up for the error. */
export function isModelFailure(error: unknown): error is AppError {
  return error instanceof AppError;
}

/** For a model that does not count. */
export function estimatedUsage({ message }: ReplyRequest, text: string): LlmUsage {
  return { inputTokens: estimateTokens(message), outputTokens: estimateTokens(text) };
}

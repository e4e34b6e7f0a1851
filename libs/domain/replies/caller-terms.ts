/** What a caller who speaks to a bot as to a model (`#dialects`, openai) asks of one reply, beside the message and the history. */
import type { LlmMessage, LlmResponseFormat, LlmTool, LlmToolCall, LlmToolChoice } from '#providers/llm';

export interface CallerTerms {
  /** Stands after the bot's own instructions. */
  instructions?: string;
  /** What was said before the message, with tools that were called; the history has the same in words alone. */
  earlier?: readonly LlmMessage[];
  /** What was said after the message: calls of the caller's tools, and what came of them. */
  rounds?: readonly LlmMessage[];
  /** The caller's to call: a reply that wants one ends with `toolCalls`. Models without tools are not told of them. */
  tools?: readonly LlmTool[];
  /** Of all tools; `auto` unless given. */
  toolChoice?: LlmToolChoice;
  responseFormat?: LlmResponseFormat;
  /** A model's words end before the first of these. */
  stop?: readonly string[];
}

export type CallerToolCall = LlmToolCall;

/** Whether only a generating model can reply as the caller wants it: no words that were written beforehand. */
export function wantsModel({ caller }: { caller?: CallerTerms }): boolean {
  if (caller === undefined) return false;
  const { rounds = [], responseFormat, toolChoice } = caller;
  return rounds.length > 0 || responseFormat !== undefined || insistsOnTool(toolChoice);
}

export function insistsOnTool(choice: LlmToolChoice | undefined): boolean {
  return choice === 'required' || typeof choice === 'object';
}

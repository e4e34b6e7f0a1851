/** What LangChain makes of an answer, put together: text, tool calls, usage and why it ended. */
import type { AIMessage, AIMessageChunk, BaseMessage } from '@langchain/core/messages';
import type { LlmFinishReason, LlmToolCall, LlmUsage } from '../../llm.contract';
import { ToolCallPieces } from '../../tool-call-pieces';

/** Where the vendors' reasons end up, and their words for what is not just a stop. */
const FINISH_FIELDS = ['finish_reason', 'stop_reason', 'finishReason', 'done_reason'];
const FINISH_REASONS: Readonly<Record<string, LlmFinishReason>> = {
  length: 'length',
  max_tokens: 'length',
  model_context_window_exceeded: 'length',
  MAX_TOKENS: 'length',
  content_filter: 'refused',
  refusal: 'refused',
  SAFETY: 'refused',
  RECITATION: 'refused',
  LANGUAGE: 'refused',
  BLOCKLIST: 'refused',
  PROHIBITED_CONTENT: 'refused',
  SPII: 'refused',
};

/** The whole answer, or a piece of it. */
export interface Generation {
  message: BaseMessage;
  generationInfo?: Record<string, unknown>;
}

export class LangChainAnswer {
  /** Undefined as long as the answer is not complete. */
  finishReason: LlmFinishReason | undefined;
  /** Undefined when the provider does not count. */
  usage: LlmUsage | undefined;
  private readonly pieces = new ToolCallPieces();

  /** @returns the text of the piece */
  takePiece({ message, generationInfo }: Generation): string {
    const piece = message as AIMessageChunk;
    for (const { index, id, name, args } of piece.tool_call_chunks ?? [])
      this.pieces.add({ index, id, name, arguments: args });
    return this.take(piece, generationInfo);
  }

  /** @returns the text */
  takeWhole({ message: whole, generationInfo }: Generation): string {
    const message = whole as AIMessage;
    for (const { id, name, args } of message.tool_calls ?? [])
      this.pieces.add({ id, name, arguments: JSON.stringify(args) });
    for (const { id, name, args } of message.invalid_tool_calls ?? []) this.pieces.add({ id, name, arguments: args });
    const text = this.take(message, generationInfo);
    this.finishReason ??= 'stop';
    return text;
  }

  /** At the end. Calls that were cut short are none: nobody should act on half an order. */
  toolCalls(): LlmToolCall[] {
    return this.finishReason === 'length' || this.finishReason === 'refused' ? [] : this.pieces.calls();
  }

  private take(message: AIMessage | AIMessageChunk, info: Generation['generationInfo'] = {}): string {
    const { response_metadata: metadata, additional_kwargs: more } = message;
    const word = finishWordOf(info) ?? finishWordOf(metadata) ?? finishWordOf(more);
    if (word !== undefined) this.finishReason = FINISH_REASONS[word] ?? 'stop';
    this.count(message.usage_metadata);
    return message.text;
  }

  /** Libraries give 0 or NaN for what was not counted. Anthropic counts twice: what it read in the first piece, and all that it said, with the first token again, in the last. */
  private count(usage: AIMessage['usage_metadata']): void {
    if (usage === undefined || !(usage.input_tokens + usage.output_tokens > 0)) return;
    const { inputTokens, outputTokens } = this.usage ?? { inputTokens: 0, outputTokens: 0 };
    this.usage = {
      inputTokens: Math.max(inputTokens, usage.input_tokens),
      outputTokens: Math.max(outputTokens, usage.output_tokens),
    };
  }
}

function finishWordOf(metadata: Record<string, unknown>): string | undefined {
  const word = FINISH_FIELDS.map((field) => metadata[field]).find((value) => typeof value === 'string' && value !== '');
  // Older versions of Ollama do not say why they are done.
  return (word as string | undefined) ?? (metadata.done === true ? 'stop' : undefined);
}

/**
 * One call to the provider, from the request to the last byte of its answer. Bytes are read as they come into what has not
 * been taken yet; whoever waits is woken once for all that came at once. Works on undici's handler: there the connection can be
 * closed at any moment, and a call costs a quarter to a third of a fetch (bench/llm-client).
 */
import type { Dispatcher } from 'undici';
import { AppError } from '#kernel';
import type { LlmFinishReason, LlmToolCall, LlmUsage } from '../../llm.contract';
import { llmErrors } from '../../llm.errors';
import {
  brokenAnswer,
  failedUnderWay,
  noConnection,
  type Refusal,
  refusalOf,
  retryAfterMsOf,
} from '../../provider-failures';
import { ToolCallPieces } from '../../tool-call-pieces';
import { MAX_ERROR_BYTES } from '../call-limits';
import { EventStreamParser } from '../event-stream-parser';
import { type ChatCompletion, type ChatToolCall, finishReasonOf, textOf, usageOf } from './chat-completion';

export interface ExchangeSettings {
  /** Until the answer begins, and then between two pieces of it. Comments that keep a connection open are no pieces. */
  timeoutMs: number;
  /** Of the whole answer; noticed at the next byte or when `timeoutMs` are over. */
  maxAnswerMs: number;
  maxAnswerBytes: number;
  maxEventBytes: number;
  /** Some providers repeat it in their errors; it is taken out. */
  apiKey: string | undefined;
}

type Controller = Dispatcher.DispatchController;

export class ChatExchange implements Dispatcher.DispatchHandler {
  finishReason: LlmFinishReason | undefined;
  usage: LlmUsage | undefined;
  /** Set when there was no answer, but an error or no connection. */
  refusal: Refusal | undefined;
  private text = '';
  /** Undefined as long as the model calls no tool. */
  private toolCallPieces: ToolCallPieces | undefined;
  private isOver = false;
  private failure: unknown;
  private controller: Controller | undefined;
  private status = 0;
  private retryAfter: string | undefined;
  /** Undefined when the answer comes in one piece. */
  private parser: EventStreamParser | undefined;
  private body: Buffer[] = [];
  private bytes = 0;
  private wake: (() => void) | undefined;
  private readonly timer: NodeJS.Timeout;
  private readonly startedMs = performance.now();

  constructor(
    private readonly settings: ExchangeSettings,
    private readonly signal: AbortSignal | undefined,
  ) {
    this.timer = setTimeout(() => this.cancel(llmErrors.provider_timed_out()), settings.timeoutMs);
    signal?.addEventListener('abort', this.onAbort);
  }

  /** Resolves when text waits or the answer is over. @throws AppError of `llm.errors`, or the reason of the signal */
  async begun(): Promise<void> {
    while (this.text === '' && !this.isOver) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    if (this.text === '' && this.failure !== undefined) throw this.failure;
  }

  /** What was said since it was last asked; undefined at the end. @throws as `begun` */
  async nextText(): Promise<string | undefined> {
    await this.begun();
    const { text } = this;
    this.text = '';
    return text === '' ? undefined : text;
  }

  /** At the end. Calls that were cut short are none: nobody should act on half an order. */
  toolCalls(): readonly LlmToolCall[] {
    const isCut = this.finishReason === 'length' || this.finishReason === 'refused';
    return (isCut ? undefined : this.toolCallPieces?.calls()) ?? [];
  }

  /** Closes the connection unless the answer is complete. */
  leave(): void {
    if (!this.isOver) this.cancel(new Error('The reader left.'));
  }

  onRequestStart(controller: Controller): void {
    this.controller = controller;
    if (this.isOver) controller.abort(asError(this.failure));
  }

  onResponseStart(
    _controller: Controller,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    this.status = status;
    this.retryAfter = headers['retry-after']?.toString();
    const isStream = status === 200 && headers['content-type']?.includes('event-stream');
    if (isStream) this.parser = new EventStreamParser((data) => this.readEvent(data), this.settings.maxEventBytes);
  }

  onResponseData(_controller: Controller, bytes: Buffer): void {
    if (this.isOver) return;
    this.bytes += bytes.length;
    try {
      this.checkLimits();
      if (this.parser === undefined) this.body.push(bytes);
      else this.parser.push(bytes);
    } catch (error) {
      this.cancel(answerError(error));
    }
    if (this.text !== '') this.wakeReader();
  }

  onResponseEnd(): void {
    clearTimeout(this.timer);
    if (this.isOver) return;
    try {
      if (this.parser !== undefined) this.parser.end();
      else this.readWhole();
      if (this.finishReason === undefined) throw brokenAnswer('The answer ended before it was complete.');
      this.finish(undefined);
    } catch (error) {
      this.finish(answerError(error));
    }
  }

  /** What was read before the connection broke is a whole answer if it says so. */
  onResponseError(_controller: Controller | undefined, error: Error): void {
    clearTimeout(this.timer);
    if (this.isOver) return;
    if (this.status === 0) this.refusal = noConnection(error);
    const isWhole = this.parser !== undefined && this.finishReason !== undefined;
    this.finish(isWhole ? undefined : (this.refusal?.error ?? llmErrors.provider_unavailable({ cause: error })));
  }

  private readonly onAbort = (): void => this.cancel(this.signal?.reason);

  private cancel(reason: unknown): void {
    clearTimeout(this.timer);
    this.finish(reason);
    this.controller?.abort(asError(reason));
  }

  private checkLimits(): void {
    const { maxAnswerBytes, maxAnswerMs } = this.settings;
    if (this.bytes > maxAnswerBytes) throw brokenAnswer(`The answer is longer than ${maxAnswerBytes} bytes.`);
    if (performance.now() - this.startedMs > maxAnswerMs) throw llmErrors.provider_timed_out();
    if (this.status !== 200 && this.bytes > MAX_ERROR_BYTES) this.refuse(Buffer.concat(this.body).toString('utf8'));
  }

  private readWhole(): void {
    const body = Buffer.concat(this.body).toString('utf8');
    this.body = [];
    if (this.status !== 200) this.refuse(body);
    const completion = JSON.parse(body) as ChatCompletion;
    this.read(completion);
    if (completion.choices?.[0] !== undefined) this.finishReason ??= 'stop';
  }

  private refuse(body: string): never {
    this.refusal = refusalOf(this.status, this.withoutKey(body), retryAfterMsOf(this.retryAfter, Date.now()));
    throw this.refusal.error;
  }

  private withoutKey(text: string): string {
    const { apiKey } = this.settings;
    return apiKey ? text.replaceAll(apiKey, '[key]') : text;
  }

  private readEvent(data: string): void {
    this.timer.refresh();
    if (data !== '[DONE]') this.read(JSON.parse(data) as ChatCompletion);
    else if (this.finishReason !== undefined) this.finish(undefined);
    else throw brokenAnswer('The answer ended without a reason to finish.');
  }

  private read(completion: ChatCompletion): void {
    if (completion.error) throw failedUnderWay(JSON.parse(this.withoutKey(JSON.stringify(completion.error))));
    const choice = completion.choices?.[0];
    if (choice !== undefined) {
      this.text += textOf(choice);
      const calls = (choice.delta ?? choice.message)?.tool_calls;
      if (calls) this.addToolCalls(calls);
      if (choice.finish_reason) this.finishReason = finishReasonOf(choice.finish_reason);
    }
    this.usage = usageOf(completion) ?? this.usage;
  }

  private addToolCalls(calls: readonly ChatToolCall[]): void {
    this.toolCallPieces ??= new ToolCallPieces();
    for (const { index, id, function: called } of calls)
      this.toolCallPieces.add({ index, id, name: called?.name, arguments: called?.arguments });
  }

  private finish(failure: unknown): void {
    if (this.isOver) return;
    this.isOver = true;
    this.failure = failure;
    this.signal?.removeEventListener('abort', this.onAbort);
    this.wakeReader();
  }

  private wakeReader(): void {
    this.wake?.();
    this.wake = undefined;
  }
}

/** Parsers throw errors of their own; they mean that the provider did not keep to the format. */
function answerError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  return brokenAnswer(`The answer cannot be read: ${error instanceof Error ? error.message : 'unknown'}`);
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('The call was cancelled.', { cause: reason });
}

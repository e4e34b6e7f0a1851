/**
 * A model's words, and the tools that it calls in between: what a tool returns goes back to the model, which then goes on. The
 * text of all rounds is one text, in the order in which it was said; the usage is that of all rounds.
 */
import type { PluginRun } from '#domain/plugins';
import type {
  LlmEvent,
  LlmFinishReason,
  LlmMessage,
  LlmModel,
  LlmRequest,
  LlmTool,
  LlmToolCall,
  LlmToolChoice,
  LlmUsage,
} from '#providers/llm';
import { cutToTokens } from '../message/token-window';
import { callModel } from './model-call';
import { endingAfterTokens, stoppingAt } from './stop-sequences';
import { tokensLeft } from './token-budget';
import type { Toolbox, ToolResult } from './toolbox';

/** Calls of the model; in the last one it can only answer. */
const maxRounds = 5;
/** Between what was said before a call and after it. */
const PARAGRAPH = '\n\n';
/** Of a result when the model can read next to nothing more. */
const fewestTokens = 20;

export interface ToolEvent {
  type: 'tool';
  run: PluginRun;
}

/** Tools of the caller that the model wants called. Nothing but usage and `done` comes after it. */
export interface CallsEvent {
  type: 'calls';
  calls: readonly LlmToolCall[];
}

export type SpeechEvent = Exclude<LlmEvent, { type: 'tool_call' }> | ToolEvent | CallsEvent;

export interface Speech {
  model: LlmModel;
  request: LlmRequest;
  /** That the model may read; what tools return is cut to it. */
  maxInputTokens: number;
  toolbox?: Toolbox | undefined;
  /** Of the caller; a tool of the bot with the same name is not offered. */
  callerTools?: readonly LlmTool[];
  /** Cuts the words of a model that does not count tokens. */
  cutAfterTokens?: number | undefined;
}

export async function* speak(speech: Speech): AsyncGenerator<SpeechEvent, void, undefined> {
  const { model, request, toolbox, callerTools = [] } = speech;
  const isAlone = toolbox === undefined && callerTools.length === 0;
  if (isAlone || !model.capabilities.tools) return yield* withoutCalls(wordsOf(speech, request));
  let usage: LlmUsage | undefined;
  let { messages } = request;
  let hasSpoken = false;
  let finishReason: LlmFinishReason = 'stop';
  for (let round = 1; ; round += 1) {
    const isLast = round === maxRounds || toolbox === undefined || toolbox.isSpent;
    const asked = { ...request, messages, ...offer(speech, round, isLast) };
    const heard: Heard = yield* listen(wordsOf(speech, asked), hasSpoken);
    usage = sumOf(usage, heard.usage);
    hasSpoken ||= heard.text !== '';
    finishReason = heard.finishReason;
    const outside = heard.calls.filter(({ name }) => callerTools.some((tool) => tool.name === name));
    if (outside.length > 0) yield { type: 'calls', calls: outside };
    else if (finishReason === 'tool_calls') finishReason = 'stop';
    if (isLast || outside.length > 0 || heard.calls.length === 0) break;
    const results = await toolbox.call(heard.calls, request.signal);
    for (const { run } of results) if (run) yield { type: 'tool', run };
    const call: LlmMessage = { role: 'assistant', text: heard.text, toolCalls: heard.calls };
    messages = [...messages, call, ...answersTo(results, tokensLeft({ ...asked, messages }, speech.maxInputTokens))];
  }
  if (usage) yield { type: 'usage', usage };
  yield { type: 'done', finishReason };
}

/** In the last round only the caller can still be asked to call something. */
function offer({ request, toolbox, callerTools = [] }: Speech, round: number, isLast: boolean) {
  const names = new Set(callerTools.map(({ name }) => name));
  const own = (toolbox?.offered ?? []).filter(({ name }) => !names.has(name));
  const { toolChoice = 'auto' } = request;
  if (isLast && callerTools.length === 0) return { tools: own, toolChoice: 'none' as const };
  // What was insisted on was called in the first round.
  const choice: LlmToolChoice = round === 1 || toolChoice === 'none' ? toolChoice : 'auto';
  return { tools: isLast && round > 1 ? callerTools : [...own, ...callerTools], toolChoice: choice };
}

/** Within what the request wants, also where the model itself cannot be held to it. */
function wordsOf({ model, cutAfterTokens }: Speech, request: LlmRequest): AsyncIterable<LlmEvent> {
  const { stop = [] } = request;
  const said = callModel(model, request);
  const stopped = stop.length === 0 ? said : stoppingAt(said, stop);
  return cutAfterTokens === undefined ? stopped : endingAfterTokens(stopped, cutAfterTokens);
}

interface Heard {
  text: string;
  calls: readonly LlmToolCall[];
  usage: LlmUsage | undefined;
  finishReason: LlmFinishReason;
}

/** One round. */
async function* listen(
  events: AsyncIterable<LlmEvent>,
  goesOn: boolean,
): AsyncGenerator<Exclude<SpeechEvent, ToolEvent | CallsEvent>, Heard, undefined> {
  const calls: LlmToolCall[] = [];
  const heard: Heard = { text: '', calls, usage: undefined, finishReason: 'stop' };
  for await (const event of events) {
    if (event.type === 'usage') heard.usage = event.usage;
    else if (event.type === 'done') heard.finishReason = event.finishReason;
    else if (event.type === 'tool_call') calls.push(event.call);
    else {
      if (event.type === 'delta') {
        if (heard.text === '' && goesOn && event.text !== '') yield { type: 'delta', text: PARAGRAPH };
        heard.text += event.text;
      }
      yield event;
    }
  }
  return heard;
}

async function* withoutCalls(events: AsyncIterable<LlmEvent>): AsyncGenerator<SpeechEvent, void, undefined> {
  for await (const event of events) if (event.type !== 'tool_call') yield event;
}

function answersTo(results: readonly ToolResult[], left: number): LlmMessage[] {
  const each = Math.max(fewestTokens, Math.floor(left / results.length));
  return results.map(({ callId, text }) => ({ role: 'tool', callId, text: cutToTokens(text, each) }));
}

function sumOf(one: LlmUsage | undefined, other: LlmUsage | undefined): LlmUsage | undefined {
  if (!one || !other) return one ?? other;
  return { inputTokens: one.inputTokens + other.inputTokens, outputTokens: one.outputTokens + other.outputTokens };
}

/** Step 4: who speaks, what they are asked, and their first word. */
import type { SpeakingModel } from '#domain/models';
import type { PluginRun } from '#domain/plugins';
import { AppError } from '#kernel';
import type { LlmMessage, LlmRequest, LlmTool } from '#providers/llm';
import { forModel } from '../attachments/attached';
import type { CallerTerms } from '../caller-terms';
import { historyWindow } from '../message/history-window';
import { latestWithin } from '../message/token-window';
import type { FailedModel, HistoryMessage, ReplyConfiguration, ReplyRequest } from '../replies.types';
import type { AnsweredQuestion } from './decision';
import { toLlmPassage } from './nodes';
import { inReadingOrder } from './reading-order';
import { distinctPassages } from './sources';
import { tokensOf, withinTokens } from './token-budget';
import { type SpeechEvent, speak, type ToolEvent } from './tool-rounds';
import type { Toolbox } from './toolbox';

export interface Generation {
  /** Who speaks. */
  speaker: SpeakingModel;
  /** Who should have spoken and could not. */
  failed: readonly FailedModel[];
  /** Ids of the passages that it was given, in that order. */
  passageIds: readonly string[];
  /** What the speaker has called so far. */
  runs: readonly PluginRun[];
  events: AsyncIterable<SpeechEvent>;
}

/** A model with what it is asked. */
export interface Asked {
  request: LlmRequest;
  maxInputTokens: number;
  toolbox?: Toolbox | undefined;
  callerTools?: readonly LlmTool[];
  cutAfterTokens?: number | undefined;
}

const SAID_NOTHING = 'llm.said_nothing';

/**
 * Asks one model after the other until one says its first word, and tells of tools that are called before it. From then on a
 * failure is the caller's: half an answer has been said.
 *
 * @param speakers at least one; what the last one throws, or that it says nothing, is the caller's too
 */
export async function* begin(
  speakers: readonly SpeakingModel[],
  askedOf: (speaker: SpeakingModel) => Asked,
  onFailure: (failure: FailedModel, error: unknown) => void,
): AsyncGenerator<ToolEvent, Generation, undefined> {
  const failed: FailedModel[] = [];
  const isLast = (at: number) => at === speakers.length - 1;
  for (const [at, speaker] of speakers.entries()) {
    const runs: PluginRun[] = [];
    const asked = askedOf(speaker);
    const passageIds = asked.request.passages.map(({ id }) => id);
    const events = noted(speak({ model: speaker.model, ...asked }), runs);
    try {
      const first = yield* untilFirstWord(events);
      if (speaks(first) || isLast(at)) return { speaker, failed, passageIds, runs, events: resumed(first, events) };
      await events.return();
      failed.push(failureOf(speaker, SAID_NOTHING));
      onFailure(failureOf(speaker, SAID_NOTHING), new Error('The model said nothing.'));
    } catch (error) {
      if (isLast(at) || !(error instanceof AppError)) throw error;
      failed.push(failureOf(speaker, error.code));
      onFailure(failureOf(speaker, error.code), error);
    }
  }
  throw new Error('There is no model to speak.');
}

/** Whether what the model says rests on what a tool has told it. */
export function isGroundedByTool({ runs }: Pick<Generation, 'runs'>): boolean {
  return runs.some(({ outcome }) => outcome === 'ok');
}

type Speaking = AsyncGenerator<SpeechEvent, void, undefined>;

async function* noted(events: Speaking, runs: PluginRun[]): Speaking {
  for await (const event of events) {
    if (event.type === 'tool') runs.push(event.run);
    yield event;
  }
}

async function* untilFirstWord(
  events: Speaking,
): AsyncGenerator<ToolEvent, IteratorResult<SpeechEvent, void>, undefined> {
  for (;;) {
    const next = await events.next();
    if (next.done || next.value.type !== 'tool') return next;
    yield next.value;
  }
}

function failureOf({ id, model }: SpeakingModel, code: string): FailedModel {
  return { id, model: model.name, code };
}

function speaks({ value }: IteratorResult<SpeechEvent, void>): boolean {
  return value?.type === 'delta' || value?.type === 'assessment' || value?.type === 'calls';
}

async function* resumed(first: IteratorResult<SpeechEvent, void>, events: Speaking): Speaking {
  try {
    for (let next = first; !next.done; next = await events.next()) yield next.value;
  } finally {
    await events.return();
  }
}

/** What is asked beside the message: the bot's way to speak, what is known of the user, what it may do. */
export interface Briefing {
  manner?: string | undefined;
  aboutUser?: string | undefined;
  toolbox?: Toolbox | undefined;
  hasKnowledge?: boolean;
  mayGuess?: boolean;
}

/** Within the tokens that the bot and the model allow; a model that only quotes reads all, and nothing of the briefing. */
export function askedOf(
  { configuration, message, history, attachments, caller, stream, signal }: ReplyRequest,
  answered: readonly AnsweredQuestion[],
  { model, contextTokens }: SpeakingModel,
  { manner, aboutUser, toolbox, ...knowledge }: Briefing = {},
): Asked {
  const { temperature, topP, maxInputTokens, maxReplyTokens, extractive } = configuration;
  const attached = attachments && forModel(attachments, model.capabilities.images);
  const images = attached && attached.images.length > 0 ? { images: attached.images } : {};
  const request: LlmRequest = {
    model: model.name,
    system: systemOf(configuration, caller),
    messages: [...earlierMessages(history, caller, maxInputTokens), { role: 'user', text: message, ...images }],
    ...(attached && attached.attachments.length > 0 ? { attachments: attached.attachments } : {}),
    passages: distinctPassages(answered).map(toLlmPassage),
    questions: answered.map(({ text, words, passages }) => ({
      text,
      words,
      passages: passages.map(({ id, score }) => ({ id, score })),
    })),
    ...(temperature === undefined ? {} : { temperature }),
    // 0 leaves it to the model.
    ...(topP ? { topP } : {}),
    ...(maxReplyTokens === undefined ? {} : { maxTokens: maxReplyTokens }),
    ...(extractive?.maxSentences === undefined ? {} : { maxSentences: extractive.maxSentences }),
    ...(caller?.stop ? { stop: caller.stop } : {}),
    ...(stream === undefined ? {} : { stream }),
    ...(signal === undefined ? {} : { signal }),
    ...knowledge,
  };
  if (model.capabilities.groundedOnly) {
    const cut = caller ? { cutAfterTokens: maxReplyTokens } : {};
    return { request, maxInputTokens: Number.POSITIVE_INFINITY, ...cut };
  }
  const ownTools = model.capabilities.tools ? toolbox : undefined;
  const callerTools = model.capabilities.tools ? (caller?.tools ?? []) : [];
  const briefed = {
    ...request,
    ...(manner ? { manner } : {}),
    ...(aboutUser ? { aboutUser } : {}),
    ...(ownTools || callerTools.length > 0 ? { tools: [...(ownTools?.offered ?? []), ...callerTools] } : {}),
    ...(caller?.toolChoice === undefined ? {} : { toolChoice: caller.toolChoice }),
    ...(caller?.responseFormat === undefined ? {} : { responseFormat: caller.responseFormat }),
  };
  const rounds = caller?.rounds ?? [];
  const readable = Math.max(1, (contextTokens ?? Number.POSITIVE_INFINITY) - (maxReplyTokens ?? 0));
  const most = Math.min(maxInputTokens ?? Number.POSITIVE_INFINITY, readable);
  const fitting = withinTokens(briefed, most - tokensOf(rounds));
  const passages = inReadingOrder(fitting.passages);
  const messages = [...withoutOrphans(fitting.messages), ...rounds];
  return { request: { ...fitting, messages, passages }, maxInputTokens: most, toolbox: ownTools, callerTools };
}

function systemOf({ systemPrompt = '' }: ReplyConfiguration, caller: CallerTerms | undefined): string {
  return [systemPrompt, caller?.instructions ?? ''].filter((text) => text.trim() !== '').join('\n\n');
}

/** A caller who keeps the history means all of it, as far as the model can read. */
function earlierMessages(
  history: readonly HistoryMessage[],
  caller: CallerTerms | undefined,
  maxInputTokens: number | undefined,
): readonly LlmMessage[] {
  const { earlier } = caller ?? {};
  if (earlier === undefined) return historyWindow(history, maxInputTokens);
  return maxInputTokens === undefined ? earlier : latestWithin(earlier, maxInputTokens);
}

/** What a tool said means nothing, and is refused, without the call that was left out. */
function withoutOrphans(messages: readonly LlmMessage[]): readonly LlmMessage[] {
  const first = messages.findIndex(({ role }) => role !== 'tool');
  return first > 0 ? messages.slice(first) : messages;
}

/** Step 4: who speaks, what they are asked, and their first word. */
import type { FoundPassage } from '#domain/knowledge';
import type { SpeakingModel } from '#domain/models';
import { AppError } from '#kernel';
import type { LlmEvent, LlmRequest } from '#providers/llm';
import { forModel } from '../attachments/attached';
import { historyWindow } from '../message/history-window';
import type { FailedModel, ReplyRequest, ReplySource } from '../replies.types';
import type { AnsweredQuestion } from './decision';
import { callModel } from './model-call';
import { toLlmPassage } from './nodes';
import { withinTokens } from './token-budget';

export interface Generation {
  /** Who speaks. */
  speaker: SpeakingModel;
  /** Who should have spoken and could not. */
  failed: readonly FailedModel[];
  events: AsyncIterable<LlmEvent>;
}

const SAID_NOTHING = 'llm.said_nothing';

/**
 * Asks one model after the other until one says its first word. From then on a failure is the caller's: half an answer has been
 * said.
 *
 * @param speakers at least one; what the last one throws, or that it says nothing, is the caller's too
 */
export async function begin(
  speakers: readonly SpeakingModel[],
  requestFor: (speaker: SpeakingModel) => LlmRequest,
  onFailure: (failure: FailedModel, error: unknown) => void,
): Promise<Generation> {
  const failed: FailedModel[] = [];
  const isLast = (at: number) => at === speakers.length - 1;
  for (const [at, speaker] of speakers.entries()) {
    const events = callModel(speaker.model, requestFor(speaker));
    try {
      const first = await events.next();
      if (speaks(first) || isLast(at)) return { speaker, failed, events: resumed(first, events) };
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

function failureOf({ id, model }: SpeakingModel, code: string): FailedModel {
  return { id, model: model.name, code };
}

function speaks({ value }: IteratorResult<LlmEvent, void>): boolean {
  return value?.type === 'delta' || value?.type === 'assessment';
}

async function* resumed(
  first: IteratorResult<LlmEvent, void>,
  events: AsyncIterator<LlmEvent, void>,
): AsyncGenerator<LlmEvent> {
  try {
    for (let next = first; !next.done; next = await events.next()) yield next.value;
  } finally {
    await events.return?.();
  }
}

/** Within the tokens that the bot and the model allow; a model that only quotes reads all. */
export function llmRequestOf(
  { configuration, message, history, attachments, stream, signal }: ReplyRequest,
  answered: readonly AnsweredQuestion[],
  { model, contextTokens }: SpeakingModel,
): LlmRequest {
  const { temperature, topP, maxInputTokens, maxReplyTokens } = configuration;
  const attached = attachments && forModel(attachments, model.capabilities.images);
  const images = attached && attached.images.length > 0 ? { images: attached.images } : {};
  const request: LlmRequest = {
    model: model.name,
    system: configuration.systemPrompt ?? '',
    messages: [...historyWindow(history, maxInputTokens), { role: 'user', text: message, ...images }],
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
    ...(stream === undefined ? {} : { stream }),
    ...(signal === undefined ? {} : { signal }),
  };
  if (model.capabilities.groundedOnly) return request;
  const readable = (contextTokens ?? Number.POSITIVE_INFINITY) - (maxReplyTokens ?? 0);
  return withinTokens(request, Math.min(maxInputTokens ?? Number.POSITIVE_INFINITY, Math.max(1, readable)));
}

/** Best first, each with its highest score. */
export function distinctPassages(answered: readonly AnsweredQuestion[]): FoundPassage[] {
  const best = new Map<string, FoundPassage>();
  for (const passage of answered.flatMap(({ passages }) => passages)) {
    if ((best.get(passage.id)?.score ?? -1) < passage.score) best.set(passage.id, passage);
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}

/** The passages as sources, those in `quotedFirst` before the others. */
export function sourcesOf(passages: readonly FoundPassage[], quotedFirst: readonly string[]): ReplySource[] {
  const rank = ({ id }: FoundPassage) => (quotedFirst.includes(id) ? quotedFirst.indexOf(id) : quotedFirst.length);
  return passages.toSorted((a, b) => rank(a) - rank(b)).map(toSource);
}

function toSource({ id, documentId, baseId, title, section, sourceType, body, score, metadata }: FoundPassage) {
  const source: ReplySource = { id, documentId, baseId, title, section, type: sourceType, passage: body, score };
  return metadata === undefined ? source : { ...source, metadata };
}

/** Step 4: the request to the model, and its first word. */
import type { FoundPassage } from '#domain/knowledge';
import { AppError } from '#kernel';
import type { LlmEvent, LlmModel, LlmRequest } from '#providers/llm';
import { historyWindow } from '../message/history-window';
import type { ReplyRequest, ReplySource } from '../replies.types';
import type { AnsweredQuestion } from './decision';
import { callModel } from './model-call';
import { toLlmPassage } from './reading';

export interface Generation {
  /** Who speaks. */
  model: LlmModel;
  events: AsyncIterable<LlmEvent>;
}

/**
 * Starts the model. When it fails before its first word because of its provider, or says nothing, `substitute` speaks instead;
 * later, half an answer has been said and the failure is the caller's.
 */
export async function begin(
  model: LlmModel,
  substitute: LlmModel | undefined,
  requestFor: (model: LlmModel) => LlmRequest,
  onFailure: (error: unknown) => void,
): Promise<Generation> {
  const events = callModel(model, requestFor(model));
  try {
    const first = await events.next();
    if (substitute === undefined || substitute === model || speaks(first))
      return { model, events: resumed(first, events) };
    await events.return();
    onFailure(new Error('The model said nothing.'));
  } catch (error) {
    if (substitute === undefined || substitute === model || !(error instanceof AppError)) throw error;
    onFailure(error);
  }
  return { model: substitute, events: callModel(substitute, requestFor(substitute)) };
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

export function llmRequestOf(
  { configuration, message, history, stream, signal }: ReplyRequest,
  answered: readonly AnsweredQuestion[],
  model: LlmModel,
): LlmRequest {
  return {
    model: model.name,
    system: configuration.systemPrompt ?? '',
    messages: [...historyWindow(history), { role: 'user', text: message }],
    passages: distinctPassages(answered).map(toLlmPassage),
    questions: answered.map(({ text, words, passages }) => ({
      text,
      words,
      passages: passages.map(({ id, score }) => ({ id, score })),
    })),
    ...(configuration.temperature === undefined ? {} : { temperature: configuration.temperature }),
    ...(stream === undefined ? {} : { stream }),
    ...(signal === undefined ? {} : { signal }),
  };
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

function toSource({ id, documentId, baseId, title, section, sourceType, body, score }: FoundPassage): ReplySource {
  return { id, documentId, baseId, title, section, type: sourceType, passage: body, score };
}

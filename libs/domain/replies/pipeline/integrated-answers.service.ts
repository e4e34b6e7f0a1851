/**
 * Turns that the bot's integrations answer: the one that was chosen for the conversation, and when it fails the fallbacks, each once.
 * When all have failed the bot apologizes. A webhook and an echo reply by themselves, without any retrieval; an integration
 * that is a model lets the engine reply as ever, by that model.
 *
 * Nobody has judged a back-end's answer: unless it says how sure it is, it is taken at its word (confidence 1, grounded), so that a
 * bot is not taken for one that knows nothing. An apology answers nothing (0, not grounded): policies may call a person.
 */
import { Injectable } from '@nestjs/common';
import type { AnsweringBackEnd, BackEnd, BackEndAnswer, ModelBackEnd } from '#domain/integrations';
import { timedOut } from '#infra/http-client';
import { Clock } from '#kernel';
import { extractiveModelName } from '../extractive/extractive-model';
import { readableText } from '../message/plain-text';
import type { FailedIntegration, ReplyEvent, ReplyRequest } from '../replies.types';
import { apologyText } from '../wording/apology-texts';
import { type Draft, type Drafting, isModelFailure, NO_MODEL, NO_USAGE } from './telling';
import { spokenLanguage } from './understanding';
import { wordWithin } from './word-limit';

/** Messages that a webhook is shown where the bot does not say; the present one is among them. */
const DEFAULT_MESSAGES = 10;
/** Of an answer that nobody has judged. */
const UNJUDGED_CONFIDENCE = 1;

/** The engine's own reply to the request. */
export type OwnDrafting = (request: ReplyRequest, needsModel: boolean) => Drafting;

type Failure = Omit<FailedIntegration, 'id' | 'name'>;

/** What came of asking one: a reply, why there is none, or both when somebody else has made it up. */
interface Asked {
  draft?: Draft;
  failed?: Failure;
}

type Asking = AsyncGenerator<ReplyEvent, Asked, undefined>;

@Injectable()
export class IntegratedAnswers {
  constructor(private readonly clock: Clock) {}

  /** @param backEnds at least one; the first was chosen */
  async *answer(request: ReplyRequest, backEnds: readonly BackEnd[], own: OwnDrafting): Drafting {
    const startedMs = this.clock.monotonicMs();
    const failed: FailedIntegration[] = [];
    for (const [at, backEnd] of backEnds.entries()) {
      const isLast = at === backEnds.length - 1;
      const asked = yield* backEnd.kind === 'model'
        ? this.byModel(request, backEnd, own, isLast)
        : askOne(request, backEnd);
      if (asked.failed) failed.push({ id: backEnd.id, name: backEnd.name, ...asked.failed });
      if (asked.draft) return withFailed(asked.draft, failed);
    }
    const apology = yield* apologize(request, backEnds[0] as BackEnd, this.clock.monotonicMs() - startedMs);
    return withFailed(apology, failed);
  }

  /**
   * While there is somebody else to ask, the model has its time until its first word, and nothing makes up for it. The last one is
   * made up for by the built-in model, which quotes, if there is something to quote.
   */
  private async *byModel(request: ReplyRequest, backEnd: ModelBackEnd, own: OwnDrafting, isLast: boolean): Asking {
    const startedMs = this.clock.monotonicMs();
    const limit = isLast ? undefined : wordWithin(backEnd.timeoutMs, request.signal);
    let isTelling = false;
    try {
      const drafting = own(byItsModel(request, backEnd, limit?.signal), !isLast);
      let next = await drafting.next();
      for (; !next.done; next = await drafting.next()) {
        isTelling ||= next.value.type === 'delta';
        if (isTelling) limit?.spoken();
        yield next.value;
      }
      return madeBy(backEnd, next.value, this.clock.monotonicMs() - startedMs);
    } catch (error) {
      request.signal?.throwIfAborted();
      const isLate = limit?.signal.aborted === true;
      if (isTelling || !(isLate || isOfModel(error))) throw error;
      const words = isLate ? timedOut(backEnd.timeoutMs).error : (error as Error).message;
      return { failed: failedModel(backEnd, words, this.clock.monotonicMs() - startedMs) };
    } finally {
      limit?.end();
    }
  }
}

async function* askOne(request: ReplyRequest, backEnd: AnsweringBackEnd): Asking {
  const end = await backEnd.answer({ messages: messagesOf(request) }, request.signal);
  if (!end.ok) {
    const { error, statusCode, latencyMs, wasCalled } = end;
    return { failed: { error, statusCode, latencyMs, wasCalled } };
  }
  const draft = draftOf(end.answer);
  yield { type: 'sources', sources: [] };
  yield { type: 'delta', text: draft.text };
  const { id, name, kind } = backEnd;
  const { attachments, metadata } = end.answer;
  const further = { ...(attachments ? { attachments } : {}), ...(metadata ? { metadata } : {}) };
  return { draft: { ...draft, integration: { id, name, kind, latencyMs: end.latencyMs, ...further } } };
}

/** The latest ones, oldest first; the last one is the message. */
function messagesOf({ history, message, configuration }: ReplyRequest) {
  const earlier = (configuration.historyMessages ?? DEFAULT_MESSAGES) - 1;
  const before = earlier > 0 ? history.slice(-earlier) : [];
  return [
    ...before.map(({ role, text }) => ({ role: role === 'bot' ? ('assistant' as const) : role, content: text })),
    { role: 'user' as const, content: message },
  ];
}

function draftOf({ text, usage = NO_USAGE, costUsd, confidence = UNJUDGED_CONFIDENCE }: BackEndAnswer): Draft {
  const told = { text, sources: [], confidence, grounded: true, model: NO_MODEL, usage };
  return costUsd === undefined ? told : { ...told, costUsd };
}

function byItsModel(request: ReplyRequest, { modelId }: ModelBackEnd, signal = request.signal): ReplyRequest {
  const { model: _, ...configuration } = request.configuration;
  return {
    ...request,
    ...(modelId === null ? {} : { configuration: { ...configuration, modelId } }),
    ...(signal === undefined ? {} : { signal }),
  };
}

/** What the built-in model quotes in place of one that failed is the bot's own, and nobody's share. */
function madeBy(backEnd: ModelBackEnd, draft: Draft, latencyMs: number): Asked {
  const { failedModels = [], model } = draft;
  const own = failedModels.find(({ id }) => id === backEnd.modelId);
  if (own && model === extractiveModelName)
    return { draft, failed: failedModel(backEnd, `Its model failed (${own.code}).`, latencyMs) };
  backEnd.note({ latencyMs });
  const { id, name, kind } = backEnd;
  return { draft: { ...draft, integration: { id, name, kind, latencyMs } } };
}

/** And not of what the turn needs in any case, such as the database. */
function isOfModel(error: unknown): boolean {
  return isModelFailure(error) && /^(llm|models)\./.test(error.code);
}

function failedModel(backEnd: ModelBackEnd, error: string, latencyMs: number): Failure {
  backEnd.note({ latencyMs, error });
  return { error, statusCode: null, latencyMs, wasCalled: true };
}

function withFailed(draft: Draft, failed: readonly FailedIntegration[]): Draft {
  return failed.length === 0 ? draft : { ...draft, failedIntegrations: failed };
}

function* apologize(request: ReplyRequest, chosen: BackEnd, latencyMs: number): Generator<ReplyEvent, Draft> {
  const text = apologyText(spokenLanguage(readableText(request.message), request.history));
  yield { type: 'sources', sources: [] };
  yield { type: 'delta', text };
  const { id, name, kind } = chosen;
  const integration = { id, name, kind, latencyMs, isApology: true as const };
  return { text, sources: [], confidence: 0, grounded: false, model: NO_MODEL, usage: NO_USAGE, integration };
}

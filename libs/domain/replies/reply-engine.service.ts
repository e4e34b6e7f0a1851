import { Injectable } from '@nestjs/common';
import { BackEnds, type TurnToAnswer } from '#domain/integrations';
import type { KnowledgeBase } from '#domain/knowledge';
import { ReadyModels } from '#domain/models';
import { Clock } from '#kernel';
import { hasAttachments } from './attachments/attached';
import { attachedBaseOf } from './attachments/attached-base';
import { wantsModel } from './caller-terms';
import { afterProcessing } from './pipeline/after-processing';
import { type Decision, decide } from './pipeline/decision';
import { FreeSpeech } from './pipeline/free-speech.service';
import { GroundedAnswers } from './pipeline/grounded-answers.service';
import { IntegratedAnswers } from './pipeline/integrated-answers.service';
import { intendedAnswer, sayIntended } from './pipeline/intended-answer';
import { limitsOf } from './pipeline/limits';
import { ReplyTally } from './pipeline/reply-tally';
import { queryOf, Retrieval } from './pipeline/retrieval.service';
import { Speakers } from './pipeline/speakers.service';
import { type Surroundings, SurroundingsReader, saidAbout } from './pipeline/surroundings.service';
import type { Draft, Drafting } from './pipeline/telling';
import { freeSpeakers, type Turn } from './pipeline/turn';
import { understand } from './pipeline/understanding';
import type { Reply, ReplyEvent, ReplyRequest } from './replies.types';

/**
 * Makes replies: understands the message, retrieves, decides, generates. A stream of events: `started`, `sources` once, deltas,
 * `done`, and `tool` wherever a model calls one. A reply that is not streamed is the same stream collected.
 */
@Injectable()
export class ReplyEngine {
  constructor(
    private readonly surroundings: SurroundingsReader,
    private readonly backEnds: BackEnds,
    private readonly integrated: IntegratedAnswers,
    private readonly retrieval: Retrieval,
    private readonly models: ReadyModels,
    private readonly speakers: Speakers,
    private readonly grounded: GroundedAnswers,
    private readonly freeSpeech: FreeSpeech,
    private readonly clock: Clock,
  ) {}

  /** Throws the reason of `request.signal` when that aborts, and what the model throws after its first word. */
  async *reply(request: ReplyRequest): AsyncGenerator<ReplyEvent, void, undefined> {
    const startedMs = this.clock.monotonicMs();
    request.signal?.throwIfAborted();
    yield { type: 'started' };
    const surroundings = await this.surroundings.of(request);
    const draft = yield* afterProcessing(surroundings, this.draft(surroundings));
    const about = await saidAbout(surroundings);
    const reply: Reply = { ...about, ...draft, latencyMs: this.clock.monotonicMs() - startedMs };
    const context = await surroundings.context;
    const { message: text } = surroundings.request;
    const explanation = surroundings.log?.explain(reply, request.configuration, ({ asked }) => queryOf(asked));
    yield {
      ...{ type: 'done', reply },
      ...(context ? { toRemember: { text, context } } : {}),
      ...(explanation ? { explanation } : {}),
    };
  }

  /** By the bot's integrations, where it has any; not where a caller's rules want the knowledge, nor for what nobody is told. */
  private async *draft(surroundings: Surroundings): Drafting {
    const { request } = surroundings;
    const isOwn = request.isStrict || request.isTrial || wantsModel(request);
    const backEnds = isOwn ? undefined : await this.backEnds.of(turnToAnswer(request));
    if (backEnds === undefined) return yield* this.ownDraft(surroundings);
    const own = (asked: ReplyRequest, needsModel: boolean) =>
      this.ownDraft({ ...surroundings, request: asked }, needsModel);
    return yield* this.integrated.answer(request, backEnds, own);
  }

  private async *ownDraft(surroundings: Surroundings, isForOthers = false): Drafting {
    const { request } = surroundings;
    const needsModel = isForOthers || wantsModel(request);
    const { teamId, botId, extraBotIds = [] } = request;
    const bases = await this.retrieval.activeBases(teamId, [botId, ...extraBotIds]);
    const speakers = await this.speakers.of(request);
    const understanding = understand(request);
    const turn: Turn = { request, surroundings, speakers, understanding, tally: new ReplyTally(), needsModel };
    const isWithoutKnowledge = bases.length === 0 && freeSpeakers(speakers).length > 0 && isAssistant(request);
    const decision = isWithoutKnowledge ? undefined : await this.decide(turn, bases);
    const draft = yield* this.say(turn, decision);
    return withTally(draft, turn.tally);
  }

  /** @param decision undefined for a bot without any knowledge */
  private async *say(turn: Turn, decision: Decision | undefined): Drafting {
    const intent = wantsModel(turn.request) ? undefined : await turn.surroundings.intent;
    const intended = intendedAnswer(turn.request, intent, decision);
    if (intended) return yield* sayIntended(intended);
    if (decision === undefined) return yield* this.freeSpeech.asAssistant(turn);
    if (decision.kind === 'grounded') return yield* this.grounded.answer(turn, decision);
    return yield* this.freeSpeech.withoutContext(turn, decision);
  }

  private async decide(
    { request, surroundings, understanding, tally }: Turn,
    bases: readonly KnowledgeBase[],
  ): Promise<Decision> {
    const { teamId, configuration, filter, signal, message } = request;
    const { rerankModelId } = configuration;
    const reranker = rerankModelId === undefined ? undefined : await this.models.reranker(teamId, rerankModelId);
    const limits = limitsOf(configuration);
    const attached = hasAttachments(request) ? await attachedBaseOf(request) : undefined;
    const resolvedText = surroundings.context.then((context) => otherThan(message, context?.resolvedText));
    const { log } = surroundings;
    const search = { bases, limits, tally, filter, reranker, signal, attached, resolvedText, log };
    const findings = await this.retrieval.find(search, understanding.questions);
    signal?.throwIfAborted();
    const searched = attached ? [...bases, attached.base] : bases;
    const decision = decide(request, understanding, findings, searched, limits);
    log?.decide({ understanding, findings, decision, bases: searched, limits });
    return decision;
  }
}

function turnToAnswer({ teamId, botId, botName, endUser, place, arrival }: ReplyRequest): TurnToAnswer {
  return { teamId, botId, botName, arrival, ...endUser, ...place };
}

function otherThan(said: string, text: string | undefined): string | undefined {
  return text === said ? undefined : text;
}

/** A bot without any knowledge is one, unless it or the caller's rules do not want that. */
function isAssistant({ configuration, isStrict }: ReplyRequest): boolean {
  return isStrict !== true && configuration.answersWithoutKnowledge !== false;
}

function withTally(draft: Draft, { shortfalls, further }: ReplyTally): Draft {
  return {
    ...draft,
    ...(shortfalls.length === 0 ? {} : { shortfalls }),
    ...(further === undefined ? {} : { further }),
  };
}

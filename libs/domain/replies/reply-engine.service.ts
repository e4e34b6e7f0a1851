import { Injectable } from '@nestjs/common';
import type { KnowledgeBase } from '#domain/knowledge';
import { ReadyModels } from '#domain/models';
import { Clock } from '#kernel';
import { hasAttachments } from './attachments/attached';
import { attachedBaseOf } from './attachments/attached-base';
import { type Decision, decide } from './pipeline/decision';
import { FreeSpeech } from './pipeline/free-speech.service';
import { GroundedAnswers } from './pipeline/grounded-answers.service';
import { limitsOf } from './pipeline/limits';
import { ReplyTally } from './pipeline/reply-tally';
import { Retrieval } from './pipeline/retrieval.service';
import { Speakers } from './pipeline/speakers.service';
import type { Draft, Drafting } from './pipeline/telling';
import { freeSpeakers, type Turn } from './pipeline/turn';
import { understand } from './pipeline/understanding';
import type { ReplyEvent, ReplyRequest } from './replies.types';

/**
 * Makes replies: understands the message, retrieves, decides, generates. A stream of events: `started`, `sources` once, deltas,
 * `done`. A reply that is not streamed is the same stream collected.
 */
@Injectable()
export class ReplyEngine {
  constructor(
    private readonly retrieval: Retrieval,
    private readonly models: ReadyModels,
    private readonly speakers: Speakers,
    private readonly grounded: GroundedAnswers,
    private readonly freeSpeech: FreeSpeech,
    private readonly clock: Clock,
  ) {}

  /** Throws the reason of `request.signal` when that aborts, and what the model throws after its first word. */
  async *reply(request: ReplyRequest): AsyncGenerator<ReplyEvent, void, undefined> {
    const startedMs = this.clock.nowMs();
    request.signal?.throwIfAborted();
    yield { type: 'started' };
    const draft = yield* this.draft(request);
    yield { type: 'done', reply: { ...draft, latencyMs: this.clock.nowMs() - startedMs } };
  }

  private async *draft(request: ReplyRequest): Drafting {
    const { teamId, botId, extraBotIds = [] } = request;
    const bases = await this.retrieval.activeBases(teamId, [botId, ...extraBotIds]);
    const speakers = await this.speakers.of(request);
    const free = freeSpeakers(speakers);
    if (bases.length === 0 && free.length > 0 && isAssistant(request))
      return yield* this.freeSpeech.asAssistant(request, free);
    const turn = { request, speakers, understanding: understand(request), tally: new ReplyTally() };
    const decision = await this.decide(turn, bases);
    const draft = yield* decision.kind === 'grounded'
      ? this.grounded.answer(turn, decision)
      : this.freeSpeech.withoutContext(turn, decision);
    return withTally(draft, turn.tally);
  }

  private async decide({ request, understanding, tally }: Turn, bases: readonly KnowledgeBase[]): Promise<Decision> {
    const { teamId, configuration, filter, signal } = request;
    const { rerankModelId } = configuration;
    const reranker = rerankModelId === undefined ? undefined : await this.models.reranker(teamId, rerankModelId);
    const limits = limitsOf(configuration);
    const attached = hasAttachments(request) ? await attachedBaseOf(request) : undefined;
    const search = { bases, limits, tally, filter, reranker, signal, attached };
    const findings = await this.retrieval.find(search, understanding.questions);
    signal?.throwIfAborted();
    return decide(request, understanding, findings, attached ? [...bases, attached.base] : bases, limits);
  }
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

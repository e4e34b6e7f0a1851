/**
 * What would be answered otherwise if items were applied, without applying them: past questions are answered once as the bot is,
 * and once with the items at hand as texts of that one turn. Nothing is stored, and only the built-in model speaks, so that
 * nothing is paid for; it finds by words and by the vectors that there are.
 */
import { Injectable } from '@nestjs/common';
import { type Bot, BotsService } from '#domain/bots';
import { collectReply, type Reply, ReplyEngine, type ReplyRequest } from '#domain/replies';
import { type Actor, isUuid } from '#kernel';
import { itemOf } from '../applying/lessons-to-write';
import { plainWords } from '../findings/finding-key';
import { FindingsQueries } from '../findings/findings.queries';
import { learningErrors } from '../learning.errors';
import type { LearningItem, SkippedItem } from '../learning.types';
import { Candidates, type PreviewText } from './candidates';
import { PreviewQueries } from './preview.queries';
import type { ChangedAnswer, LearningPreview, PreviewedReply } from './preview.types';

export const MAX_PREVIEWED_ITEMS = 200;
/** Each takes some ten milliseconds. */
export const MAX_PREVIEWED_QUESTIONS = 200;
/** Turns among which distinct questions are looked for. */
const MAX_TURNS = 2_000;
const MODEL = 'extractive';
/** That the base which items are applied to asks of a passage, as every base does unless it is set. */
const LEAST_SCORE = 0.7;

const ANSWERS = ['query_response', 'fallback_response'] as const;

@Injectable()
export class LearningPreviews {
  constructor(
    private readonly bots: BotsService,
    private readonly queries: PreviewQueries,
    private readonly findings: FindingsQueries,
    private readonly engine: ReplyEngine,
  ) {}

  /**
   * @param learningIds whatever their status; all that the next apply would take unless given
   * @throws `bots.not_found`, `learning.not_found`
   */
  async preview(
    actor: Actor,
    botId: string,
    learningIds?: readonly string[],
    signal?: AbortSignal,
  ): Promise<LearningPreview> {
    const bot = await this.bots.get(actor, botId);
    const items = await this.itemsOf(actor, botId, learningIds);
    const { texts, skipped } = textsOf(items);
    const questions = await this.questionsOf(bot);
    const candidates = new Candidates(texts);
    const changes: ChangedAnswer[] = [];
    for (const question of questions) {
      signal?.throwIfAborted();
      const change = await this.changeOf(bot, question, candidates, signal);
      if (change) changes.push(change);
    }
    return { changes, questions: questions.length, items: texts.length, skipped, model: MODEL };
  }

  private async itemsOf({ teamId }: Actor, botId: string, ids?: readonly string[]): Promise<LearningItem[]> {
    if (ids === undefined) return this.queries.applicable(teamId, botId, ANSWERS, MAX_PREVIEWED_ITEMS);
    const wanted = [...new Set(ids)];
    const items = wanted.every(isUuid) ? await this.queries.named(teamId, botId, wanted) : [];
    if (items.length < wanted.length) throw learningErrors.not_found();
    return items;
  }

  /** The latest, each once. */
  private async questionsOf({ teamId, id: botId }: Bot): Promise<string[]> {
    const turns = await this.findings.pastTurns({ teamId, botId }, MAX_TURNS);
    const asked = turns.filter(({ isSmallTalk }) => !isSmallTalk).toReversed();
    const distinct = new Map(asked.map(({ text }) => [plainWords(text), text]));
    return [...distinct.values()].toReversed().slice(0, MAX_PREVIEWED_QUESTIONS);
  }

  /** The old answer is only looked for when the new one rests on an item. */
  private async changeOf(
    bot: Bot,
    message: string,
    candidates: Candidates,
    signal?: AbortSignal,
  ): Promise<ChangedAnswer | undefined> {
    const attachments = candidates.for(message);
    if (attachments.length === 0) return undefined;
    const request = { ...requestOf(bot, message), ...(signal ? { signal } : {}) };
    const after = await this.reply({ ...request, attachments });
    const because = itemsIn(after);
    if (because.length === 0) return undefined;
    const before = await this.reply(request);
    // An intent's own answer goes before what the knowledge says, but not where texts came along.
    if (before.intent?.isAnswer) return undefined;
    if (before.text === after.text && before.grounded === after.grounded) return undefined;
    return { query: message, before: outward(before), after: outward(after), because };
  }

  private reply(request: ReplyRequest): Promise<Reply> {
    return collectReply(this.engine.reply(request));
  }
}

function textsOf(items: readonly LearningItem[]): { texts: PreviewText[]; skipped: SkippedItem[] } {
  const texts: PreviewText[] = [];
  const skipped: SkippedItem[] = [];
  for (const item of items) {
    const reason = reasonToSkip(item);
    const writing = itemOf(item);
    if (reason === undefined && 'content' in writing) texts.push({ item, ...writing.content });
    else
      skipped.push({
        learningId: item.id,
        type: item.type,
        reason: reason ?? ('reason' in writing ? writing.reason : ''),
      });
  }
  return { texts, skipped };
}

function reasonToSkip({ type, appliedAt }: LearningItem): string | undefined {
  if (!(ANSWERS as readonly string[]).includes(type))
    return 'Only answers can be tried out; this is learned by training.';
  return appliedAt ? 'It is applied already.' : undefined;
}

/** Without the bot's own models, and without its plugins. */
function requestOf({ teamId, id: botId, name: botName, configuration }: Bot, message: string): ReplyRequest {
  const {
    modelId: _,
    fallbackModelIds: __,
    rerankModelId: ___,
    generatesRelatedPrompts: ____,
    ...rest
  } = configuration;
  return {
    teamId,
    botId,
    botName,
    configuration: { ...rest, model: MODEL },
    message,
    history: [],
    stream: false,
    isTrial: true,
  };
}

function itemsIn({ sources }: Reply): string[] {
  const learned = sources.filter(({ type, score }) => type === 'attachment' && score >= LEAST_SCORE);
  return [...new Set(learned.map(({ documentId }) => documentId))];
}

function outward({ text, confidence, grounded }: Reply): PreviewedReply {
  return { text, confidence, grounded };
}

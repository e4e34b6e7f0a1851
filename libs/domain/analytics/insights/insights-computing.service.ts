import { Injectable, Logger } from '@nestjs/common';
import type { Bot } from '#domain/bots';
import { KnowledgeCheck } from '#domain/replies';
import { TrainingModels } from '#domain/training';
import { type Actor, Clock } from '#kernel';
import { BotFigures } from '../figures/bot-figures.service';
import { badlyRatedClusters, badRatingsInsight, MAX_BAD_RATINGS } from './findings/bad-ratings';
import { DocumentUse } from './findings/document-use.service';
import { confusedInsight, unsureInsight, unsureIntents } from './findings/intent-trouble';
import { unansweredClusters, unansweredInsight, unansweredQuestions } from './findings/unanswered';
import { busyHoursInsight, channelsInsight, languagesInsight } from './findings/usage';
import { type PeriodRange, periodRange } from './insight-periods';
import { InsightsQueries } from './insights.queries';
import type { Insights, InsightsRequest } from './insights.types';
import { nearMissesOf } from './recommending/near-misses';
import { recommendationsOf } from './recommending/recommendations';
import { botTrends } from './trends/bot-trends';
import { type SampledTurn, TurnSampling } from './turn-sample.service';

/** As in the reply engine, where the bot does not say. */
const DEFAULT_MIN_CONFIDENCE = 0.8;

/** What insights are of. */
interface Subject {
  actor: Actor;
  bot: Bot;
  range: PeriodRange;
  /** Of the period, the latest first. */
  turns: readonly SampledTurn[];
}

/** Computes what there is to know of a bot's period, in short steps one after the other. */
@Injectable()
export class InsightsComputing {
  private readonly logger = new Logger(InsightsComputing.name);

  constructor(
    private readonly queries: InsightsQueries,
    private readonly figures: BotFigures,
    private readonly sampling: TurnSampling,
    private readonly documentUse: DocumentUse,
    private readonly models: TrainingModels,
    private readonly knowledge: KnowledgeCheck,
    private readonly clock: Clock,
  ) {}

  async compute(actor: Actor, bot: Bot, { period, timeZone }: InsightsRequest): Promise<Insights> {
    const generatedAt = this.clock.now();
    const range = periodRange(period, generatedAt, bot.createdAt);
    const { turns, isCut: isSampled } = await this.sampling.read(bot.id, range.from, range.to);
    const subject = { actor, bot, range, turns };
    const trends = await this.trends(subject);
    const usage = await this.usage(subject, timeZone);
    const { badRatings, content, recommendations } = await this.troubles(subject, generatedAt);
    return {
      botId: bot.id,
      period,
      timeZone,
      ...range,
      turnsRead: turns.length,
      isSampled,
      performance: [...trends.performance, badRatings],
      users: [...trends.users, ...usage],
      content,
      recommendations,
      generatedAt,
    };
  }

  private async trends({ actor, bot, range, turns }: Subject) {
    const { from, previousFrom } = range;
    const before = previousFrom && (await this.sampling.read(bot.id, previousFrom, from));
    return botTrends(range, {
      counted: await this.queries.counted(bot.id, range),
      users: await this.users(actor, bot.id, range),
      turns: { current: turns, previous: before?.turns ?? null },
      messageDispersion: await this.queries.messageDispersion(bot.id),
    });
  }

  private async users(actor: Actor, botId: string, { from, to, previousFrom }: PeriodRange) {
    const between = async (startDate: Date, endDate: Date) => {
      const times = { startDate: startDate.toISOString(), endDate: endDate.toISOString() };
      const { totals } = await this.figures.users(actor, botId, { ...times, period: 'all', timezone: 'UTC' });
      return totals.total;
    };
    return { current: await between(from, to), previous: previousFrom && (await between(previousFrom, from)) };
  }

  private async usage({ bot, range: { from, to }, turns }: Subject, timeZone: string) {
    const hours = await this.queries.busyHours(bot.id, from, to, timeZone);
    return [busyHoursInsight(hours, timeZone), languagesInsight(turns), channelsInsight(turns)];
  }

  /** What goes wrong, and what would mend it. */
  private async troubles({ actor, bot, range, turns }: Subject, now: Date) {
    const { id: botId, configuration } = bot;
    const answersAt = (text: string, minN?: number) => this.answers(bot, text, minN);
    const bases = await this.queries.bases(botId);
    const questions = unansweredQuestions(turns);
    const unanswered = await unansweredClusters(questions, answersAt);
    const nearMisses = await nearMissesOf(configuration, bases, unanswered, answersAt);
    const rated = await this.queries.badlyRated(botId, range.from, range.to, MAX_BAD_RATINGS);
    const badlyRated = await badlyRatedClusters(rated);
    const { insights: documents, unused } = await this.documentUse.of(bases, turns, range, now);
    const model = await this.models.active(actor, botId);
    const unsure = unsureIntents(turns, configuration.intents?.minConfidence ?? DEFAULT_MIN_CONFIDENCE);
    return {
      badRatings: badRatingsInsight(rated),
      content: [
        unansweredInsight(questions, unanswered, turns.length),
        ...documents,
        unsureInsight(unsure, model),
        confusedInsight(model),
      ],
      recommendations: recommendationsOf({ botId, bases, unanswered, nearMisses, badlyRated, model, unsure, unused }),
    };
  }

  /** Null when it cannot be told, as when the model of a base's vectors does not answer. */
  private async answers(
    { id: botId, teamId, configuration }: Bot,
    text: string,
    minN?: number,
  ): Promise<boolean | null> {
    const changed = minN === undefined ? configuration : { ...configuration, minN };
    try {
      return await this.knowledge.answers({ teamId, botId, configuration: changed, message: text });
    } catch (error) {
      this.logger.warn({ message: 'Insights could not look a question up.', botId, err: error });
      return null;
    }
  }
}

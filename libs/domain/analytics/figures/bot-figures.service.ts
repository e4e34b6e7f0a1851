import { Injectable } from '@nestjs/common';
import { BotLookup } from '#domain/bots';
import { type Actor, Clock, requireScope } from '#kernel';
import * as told from './figures.mapper';
import { FigureQueries } from './figures.queries';
import type { FigureReport, IntentShare, MessageFigures, UserFigures } from './figures.types';
import { type Range, type RangeRequest, rangeOf } from './range';
import { absenceLike, awayAfter, USER_COUNTERS, usersIn } from './users';

/**
 * What happened with a bot, from what was counted. All throw `actor.scope_missing`, `bots.not_found`,
 * `analytics.unknown_time_zone`, `analytics.period_reversed`, `analytics.period_too_long`, `analytics.period_too_early`.
 */
@Injectable()
export class BotFigures {
  constructor(
    private readonly queries: FigureQueries,
    private readonly bots: BotLookup,
    private readonly clock: Clock,
  ) {}

  messages(actor: Actor, botId: string, request: RangeRequest): Promise<FigureReport<MessageFigures, MessageFigures>> {
    return this.open(actor, botId, request, (range) => this.report(botId, range, told.messages));
  }

  sessions(actor: Actor, botId: string, request: RangeRequest) {
    return this.open(actor, botId, request, (range) => this.report(botId, range, told.sessions));
  }

  quality(actor: Actor, botId: string, request: RangeRequest) {
    return this.open(actor, botId, request, (range) => this.report(botId, range, told.quality));
  }

  usage(actor: Actor, botId: string, request: RangeRequest) {
    return this.open(actor, botId, request, async (range) => {
      const [report, rows] = await Promise.all([
        this.report(botId, range, told.usage),
        this.queries.models(botId, spanOf(range)),
      ]);
      return { ...report, models: rows.map(told.toModelUsage) };
    });
  }

  intents(actor: Actor, botId: string, request: RangeRequest) {
    return this.open(actor, botId, request, async (range) => {
      const [report, rows] = await Promise.all([
        this.report(botId, range, told.intents),
        this.queries.intents(botId, spanOf(range)),
      ]);
      const { total } = report.totals;
      const shareOf = (count: number) => told.percentageOf(count, total);
      return { ...report, intents: rows.map((row): IntentShare => ({ ...row, percentage: shareOf(row.count) })) };
    });
  }

  users(actor: Actor, botId: string, request: RangeRequest): Promise<FigureReport<UserFigures, UserFigures>> {
    return this.open(actor, botId, request, async (range) => {
      const spans = range.buckets.map(spanOf);
      const whole = spanOf(range);
      const asked = [whole, ...spans].map((span) => ({ ...span, absence: absenceLike(span) }));
      // What there was before the range is the first of the sums.
      const [sums, [ofWhole = 0, ...ofSpans]] = await Promise.all([
        this.queries.sums(botId, [0, ...boundsOf(range)], USER_COUNTERS),
        this.queries.returns(botId, asked),
      ]);
      const awayAtStart = awayAfter([], sums.at(0));
      let away = awayAtStart;
      const timeline = range.buckets.map(({ date }, at) => {
        const own = sums.at(at + 1);
        const total = usersIn(spans[at]!, own, away, ofSpans[at]!);
        away = awayAfter(away, own);
        return { date, ...userFigures(total, own('first_visits')) };
      });
      const all = sums.totalFrom(1);
      return { range, totals: userFigures(usersIn(whole, all, awayAtStart, ofWhole), all('first_visits')), timeline };
    });
  }

  private async report<Figures extends object>(
    botId: string,
    range: Range,
    { counters, of }: told.Telling<Figures>,
  ): Promise<FigureReport<Figures, Figures>> {
    const sums = await this.queries.sums(botId, boundsOf(range), counters);
    return {
      range,
      totals: of(sums.totalFrom(0)),
      timeline: range.buckets.map(({ date }, at) => ({ date, ...of(sums.at(at)) })),
    };
  }

  private async open<Result>(
    actor: Actor,
    botId: string,
    request: RangeRequest,
    read: (range: Range) => Promise<Result>,
  ): Promise<Result> {
    requireScope(actor, 'analytics:read');
    const range = rangeOf(request, this.clock.now());
    await this.bots.get(actor, botId);
    return read(range);
  }
}

/** Where its buckets begin, and where the last one ends. */
function boundsOf({ buckets, to }: Range): number[] {
  return [...buckets.map(({ from }) => from.getTime()), to.getTime()];
}

function spanOf({ from, to }: { from: Date; to: Date }) {
  return { fromMs: from.getTime(), toMs: to.getTime() };
}

function userFigures(total: number, newUsers: number): UserFigures {
  return { total, newUsers, returningUsers: total - newUsers };
}

import { Injectable } from '@nestjs/common';
import type { PeriodRange } from '../insight-periods';
import { type BotBase, InsightsQueries, type KnownDocument } from '../insights.queries';
import type { Insight } from '../insights.types';
import type { SampledTurn } from '../turn-sample.service';
import {
  groundedReplies,
  LEAST_AGE_MS,
  LEAST_REPLIES,
  namedDocuments,
  overusedIds,
  overusedInsight,
  SHOWN_DOCUMENTS,
  unusedInsight,
} from './document-use';

/** Finds out which documents of a bot replies rest on too often and never. */
@Injectable()
export class DocumentUse {
  constructor(private readonly queries: InsightsQueries) {}

  async of(
    bases: readonly BotBase[],
    turns: readonly SampledTurn[],
    { from, previousFrom }: PeriodRange,
    now: Date,
  ): Promise<{ insights: Insight[]; unused: readonly KnownDocument[] }> {
    const baseIds = bases.filter(({ isActive }) => isActive).map(({ id }) => id);
    const named = namedDocuments(turns);
    const replies = groundedReplies(turns);
    const unused = await this.unused(
      baseIds,
      named.map(([id]) => id),
      replies,
      previousFrom === null ? now : from,
      now,
    );
    const overused = await this.overused(baseIds, named, replies);
    const insights = [unusedInsight(unused.total, unused.documents, replies, now), overusedInsight(overused, now)];
    return { insights, unused: unused.documents };
  }

  private async unused(baseIds: readonly string[], usedIds: readonly string[], replies: number, from: Date, now: Date) {
    if (replies < LEAST_REPLIES) return { total: 0, documents: [] };
    const oldEnough = new Date(now.getTime() - LEAST_AGE_MS);
    const before = from < oldEnough ? from : oldEnough;
    return this.queries.unusedDocuments(baseIds, before, usedIds, SHOWN_DOCUMENTS);
  }

  private async overused(baseIds: readonly string[], named: readonly [string, number][], replies: number) {
    const ids = overusedIds(named, replies, await this.queries.countDocuments(baseIds));
    const counts = new Map(named);
    const documents = ids.length === 0 ? [] : await this.queries.documents(ids);
    const used = documents.map((document) => {
      const count = counts.get(document.id) ?? 0;
      return { ...document, replies: count, share: count / replies };
    });
    return used.sort((a, b) => b.replies - a.replies);
  }
}

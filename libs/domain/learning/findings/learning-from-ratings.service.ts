import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { Clock } from '#kernel';
import { FindingsQueries } from './findings.queries';
import { findingOfRating, type RatedReply } from './ratings';

/** A judgement as it was told: its words are those of the message where the caller has given none. */
export interface GivenRating extends RatedReply {
  teamId: string;
  botId: string;
}

/** Makes items of judgements. */
@Injectable()
export class LearningFromRatings {
  constructor(
    private readonly queries: FindingsQueries,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Again changes nothing. What is praised is learned only in the caller's words: of a reply that is named by its message alone
   * the bot knows the answer already. Nothing is learned of a user who is being erased.
   */
  async hear(judged: GivenRating): Promise<void> {
    if (judged.rating === 'neutral') return;
    await this.database.transaction(() => this.learn(judged));
  }

  private async learn(judged: GivenRating): Promise<void> {
    const given = await this.queries.given(judged.ratingId);
    if (!given) return;
    const userRef = judged.userRef ?? given.userRef;
    const rated = judged.rating === 'positive' ? { ...judged, ...given, userRef } : { ...judged, userRef };
    const finding = findingOfRating(rated);
    if (finding) await this.queries.store(judged, [finding], this.clock.now());
  }
}

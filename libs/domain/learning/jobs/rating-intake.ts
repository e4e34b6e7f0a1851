import { messageRated } from '#domain/chats';
import { ConsumesEvents, type DomainEvent, type EventConsumer } from '#infra/events';
import { LearningFromRatings } from '../findings/learning-from-ratings.service';

type Rated = NonNullable<(typeof messageRated)['data']>;

/** Learns from judgements as they are given. */
@ConsumesEvents({ name: 'learning', events: [messageRated.name] })
export class RatingIntake implements EventConsumer {
  constructor(private readonly ratings: LearningFromRatings) {}

  async consume({ teamId, occurredAt, data }: DomainEvent): Promise<void> {
    await this.ratings.hear({ ...(data as Rated), teamId, at: occurredAt });
  }
}

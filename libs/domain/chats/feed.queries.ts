import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';

/** How far a reader of a conversation has come. */
export interface FeedPlace {
  conversationId: string;
  after: number;
  /** Who answers, as the reader knows it; see `stateKey`. */
  state: string;
}

@Injectable()
export class FeedQueries {
  constructor(private readonly database: Database) {}

  /** Of these conversations, those in which there is something that the reader has not seen, or which are gone. */
  async changedAmong(places: readonly FeedPlace[]): Promise<string[]> {
    const rows = await this.database.query<{ conversationId: string }>(
      `select place.conversation_id as "conversationId"
       from unnest($1::uuid[], $2::int[], $3::text[]) as place (conversation_id, after, state)
       left join conversation c on c.id = place.conversation_id
       where c.id is null
         or c.handling || ':' || (c.resolved_at is not null) is distinct from place.state
         or exists (
           select 1 from message m
           where m.conversation_id = c.id and m.position > place.after and m.state = 'complete')`,
      [places.map((place) => place.conversationId), places.map(({ after }) => after), places.map(({ state }) => state)],
    );
    return rows.map(({ conversationId }) => conversationId);
  }
}

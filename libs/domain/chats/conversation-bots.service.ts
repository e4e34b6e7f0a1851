import { Injectable } from '@nestjs/common';
import { LookupCache } from '#infra/caching';
import { Clock, HOUR_MS } from '#kernel';
import { ConversationQueries } from './conversations.queries';

/** A conversation never changes its bot; one that is gone answers nothing anyway. */
const LIMITS = { ttlMs: HOUR_MS, maxFound: 20_000, maxMissing: 0 };

interface Place {
  teamId: string;
  botId: string;
}

/** Which bot a conversation is with, remembered: most turns go on in conversations that this process has just seen. */
@Injectable()
export class ConversationBots {
  private readonly places: LookupCache<Place>;

  constructor(
    private readonly queries: ConversationQueries,
    clock: Clock,
  ) {
    this.places = new LookupCache(clock, LIMITS);
  }

  /** Undefined when the team has no such conversation. */
  async botOf(teamId: string, conversationId: string): Promise<string | undefined> {
    const place = await this.places.get(conversationId, () => this.queries.placeOf(conversationId));
    return place?.teamId === teamId ? place.botId : undefined;
  }

  note(conversationId: string, place: Place): void {
    void this.places.get(conversationId, async () => place);
  }
}

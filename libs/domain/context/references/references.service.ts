import { Injectable } from '@nestjs/common';
import { BotLookup } from '#domain/bots';
import { type Actor, Clock } from '#kernel';
import { extractEntities } from '../extraction/extract-entities';
import { sayingOf } from '../extraction/saying';
import { TeamListIndex } from '../lists/team-list-index.service';
import { TurnQueries } from '../turns/turn.queries';
import { type ResolvedText, resolveReferences } from './resolve-references';

/** Whoever asks for references outside a turn wants them even if the thing was named long ago; the confidence says so. */
const MIN_CONFIDENCE = 0.2;

/** What a text would mean if this end user said it now. */
@Injectable()
export class References {
  constructor(
    private readonly bots: BotLookup,
    private readonly queries: TurnQueries,
    private readonly lists: TeamListIndex,
    private readonly clock: Clock,
  ) {}

  /** @throws `bots.not_found` */
  async resolve(actor: Actor, botId: string, userRef: string, text: string): Promise<ResolvedText> {
    await this.bots.get(actor, botId);
    const [stored, lists] = await Promise.all([this.queries.read({ botId, userRef }), this.lists.of(actor.teamId)]);
    const at = this.clock.now();
    const saying = sayingOf(text, '', stored.known ?? {}, at);
    return resolveReferences({
      ...saying,
      text,
      entities: await extractEntities(text, saying, lists),
      candidates: stored.entities.map((entity) => ({ ...entity, mentionedAt: new Date(entity.mentionedAt) })),
      history: [],
      minConfidence: MIN_CONFIDENCE,
    });
  }
}

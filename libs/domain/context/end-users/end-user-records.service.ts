import { Injectable } from '@nestjs/common';
import { BotLookup } from '#domain/bots';
import { Database } from '#infra/database';
import { Notices } from '#infra/notices';
import type { Actor } from '#kernel';
import { ContextHolder } from './context-holder';
import type { EndUser, EndUserRecordHolder } from './end-user-records.types';
import { endUserErased } from './end-users.notices';

/** Which end user, for whoever asks: of one bot, or of all bots of the team. */
export interface EndUserAddress {
  botId?: string;
  userRef: string;
}

const TURNS = ['first', undefined, 'last'] as const;

/**
 * Everything that is held of an end user, whoever holds it. Erasing locks their conversations first: a turn that is on its
 * way then finds no conversation any more, and neither its reply nor what it would have left behind is stored.
 */
@Injectable()
export class EndUserRecords {
  private readonly holders: EndUserRecordHolder[] = [];

  constructor(
    private readonly bots: BotLookup,
    private readonly database: Database,
    private readonly own: ContextHolder,
    private readonly notices: Notices,
  ) {}

  register(holder: EndUserRecordHolder): void {
    if (this.inOrder().some(({ name }) => name === holder.name)) {
      throw new Error(`Two holders of end users' records are called ${holder.name}.`);
    }
    this.holders.push(holder);
  }

  /** By the names of the holders; a user of whom nothing is held has empty lists. @throws `bots.not_found` */
  async export(actor: Actor, address: EndUserAddress): Promise<Record<string, unknown>> {
    const user = await this.found(actor, address);
    const records: Record<string, unknown> = {};
    for (const holder of this.inOrder()) records[holder.name] = await holder.export(user);
    return records;
  }

  /** All or nothing. How many rows of each holder are gone. @throws `bots.not_found` */
  async erase(actor: Actor, address: EndUserAddress): Promise<Record<string, number>> {
    const user = await this.found(actor, address);
    return this.database.transaction(async () => {
      const counts: Record<string, number> = {};
      for (const holder of this.inOrder()) counts[holder.name] = await holder.erase(user);
      this.notices.publish(endUserErased, { teamId: user.teamId, botId: user.botId ?? null });
      return counts;
    });
  }

  /** Context comes last of all: turns lock a conversation before what is known of its user, and so does this. */
  private inOrder(): EndUserRecordHolder[] {
    return [...TURNS.flatMap((turn) => this.holders.filter((holder) => holder.turn === turn)), this.own];
  }

  private async found(actor: Actor, { botId, userRef }: EndUserAddress): Promise<EndUser> {
    if (botId !== undefined) await this.bots.get(actor, botId);
    return { teamId: actor.teamId, botId, userRef };
  }
}

import { Injectable } from '@nestjs/common';
import { type Bot, BotsService } from '#domain/bots';
import { Integrations } from '#domain/integrations';
import { Database } from '#infra/database';
import type { Actor } from '#kernel';
import type { CreateBot, UpdateBot } from './bots.dto';
import { toBotPatch, toNewBot } from './bots.mapper';

/** Bots as this dialect makes them: one that nobody has given a back-end yet says what it hears. */
@Injectable()
export class BotManagement {
  constructor(
    private readonly bots: BotsService,
    private readonly integrations: Integrations,
    private readonly database: Database,
  ) {}

  create(actor: Actor, given: CreateBot): Promise<Bot> {
    return this.database.transaction(async () => {
      const bot = await this.bots.create(actor, toNewBot(given));
      await this.integrations.createEcho(actor, bot.id);
      return bot;
    });
  }

  /** What is absent stays as it is, in `behaviors` too. @throws `bots.not_found` */
  update(actor: Actor, botId: string, given: UpdateBot): Promise<Bot> {
    return this.database.transaction(async () => {
      const { configuration } = await this.bots.hold(actor, botId);
      return this.bots.update(actor, botId, toBotPatch(given, configuration.behaviors));
    });
  }
}

import { Injectable } from '@nestjs/common';
import { type Bot, BotLookup } from '#domain/bots';
import { type Actor, opensBot } from '#kernel';
import { criabotErrors } from './criabot.errors';

/** Bots by the names that callers give: the slugs. */
@Injectable()
export class BotNames {
  constructor(private readonly bots: BotLookup) {}

  /** Asked before anything else, so that a bot key learns nothing of other bots. @throws `criabot.other_bot` */
  async permit(actor: Actor, botName: string): Promise<void> {
    if (!isOfBots(actor)) return;
    if (isOpen(actor, await this.bots.bySlug(actor.teamId, botName))) return;
    if (isOpen(actor, await this.bots.currentBySlug(actor.teamId, botName))) return;
    throw criabotErrors.other_bot();
  }

  /**
   * For what manages a bot and its content. The key of a bot that another process has just deleted opens nothing.
   *
   * @throws `criabot.other_bot`, then `criabot.bot_not_found`
   */
  async resolveNow(actor: Actor, botName: string): Promise<Readonly<Bot>> {
    const bot = await this.bots.currentBySlug(actor.teamId, botName);
    if (isOfBots(actor) && !isOpen(actor, bot)) throw criabotErrors.other_bot();
    if (!bot) throw criabotErrors.bot_not_found();
    return bot;
  }

  /**
   * For messages: without asking the database; a bot that was just deleted may be found for some milliseconds.
   *
   * @throws `criabot.other_bot`, then `criabot.bot_not_found`
   */
  async resolve(actor: Actor, botName: string): Promise<Readonly<Bot>> {
    await this.permit(actor, botName);
    const bot = await this.bots.bySlug(actor.teamId, botName);
    if (!bot) throw criabotErrors.bot_not_found();
    return bot;
  }

  /** Each once, in the order of their names. @throws `criabot.other_bot`, then `criabot.extra_bot_not_found` */
  async resolveExtra(actor: Actor, botNames: readonly string[]): Promise<Array<Readonly<Bot>>> {
    for (const botName of botNames) await this.permit(actor, botName);
    const bots = await Promise.all(botNames.map((botName) => this.bots.bySlug(actor.teamId, botName)));
    const found = bots.filter((bot) => bot !== undefined);
    if (found.length < bots.length) throw criabotErrors.extra_bot_not_found();
    return [...new Map(found.map((bot) => [bot.id, bot])).values()];
  }
}

function isOfBots(actor: Actor): boolean {
  return actor.kind === 'bot_key' || (actor.kind === 'key' && actor.botIds !== undefined);
}

function isOpen(actor: Actor, bot: Readonly<Bot> | undefined): boolean {
  return bot !== undefined && opensBot(actor, bot.id);
}

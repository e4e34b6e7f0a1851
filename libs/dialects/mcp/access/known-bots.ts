import { Injectable } from '@nestjs/common';
import { type Bot, BotLookup } from '#domain/bots';
import { type Actor, AppError, isUuid } from '#kernel';
import { mcpErrors } from '../mcp.errors';

/** Bots as models name them: by slug or id. */
@Injectable()
export class KnownBots {
  constructor(private readonly bots: BotLookup) {}

  /** @throws `mcp.bot_not_found` */
  async find(actor: Actor, name: string): Promise<Readonly<Bot>> {
    const bot = (await this.bots.bySlug(actor.teamId, name)) ?? (await this.byId(actor, name));
    if (bot) return bot;
    throw mcpErrors.bot_not_found({ message: `There is no bot "${name}"; list_bots tells which there are.` });
  }

  /** Undefined when there is none. */
  async byId(actor: Actor, id: string): Promise<Readonly<Bot> | undefined> {
    if (!isUuid(id)) return undefined;
    try {
      return await this.bots.get(actor, id);
    } catch (error) {
      if (error instanceof AppError && error.kind === 'not_found') return undefined;
      throw error;
    }
  }
}

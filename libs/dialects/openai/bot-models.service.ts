import { Injectable } from '@nestjs/common';
import { type Bot, BotLookup, BotsService } from '#domain/bots';
import { type Actor, opensBot, requireScope } from '#kernel';
import { openAiErrors } from './openai.errors';

/** Bots read at once when all are listed. */
const PAGE = 100;

/** Bots by the names of models. A key of one bot sees that bot alone. */
@Injectable()
export class BotModels {
  constructor(
    private readonly bots: BotsService,
    private readonly lookup: BotLookup,
  ) {}

  /** @throws `openai.model_not_found` */
  async find(actor: Actor, model: string): Promise<Readonly<Bot>> {
    const bot = await this.lookup.bySlug(actor.teamId, model);
    if (bot === undefined || !opensBot(actor, bot.id)) throw notFound(model);
    return bot;
  }

  /** All that may answer, oldest first. */
  async list(actor: Actor): Promise<Readonly<Bot>[]> {
    requireScope(actor, 'bots:read');
    if (actor.kind === 'bot_key') return [await this.lookup.get(actor, actor.botId)];
    const found: Bot[] = [];
    for (let page = 1; ; page += 1) {
      const { items } = await this.bots.list(actor, { page, limit: PAGE });
      found.push(...items);
      if (items.length < PAGE) break;
    }
    return found
      .filter(({ status }) => status !== 'disabled')
      .sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
  }
}

function notFound(model: string) {
  return openAiErrors.model_not_found({
    message: `The model '${model.slice(0, 200)}' does not exist or you do not have access to it.`,
  });
}

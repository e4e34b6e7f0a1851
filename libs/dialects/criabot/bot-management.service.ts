import { Injectable } from '@nestjs/common';
import { BotsService } from '#domain/bots';
import { BotKeys } from '#domain/identity';
import { KnowledgeBasesService } from '#domain/knowledge';
import { Models } from '#domain/models';
import { Database } from '#infra/database';
import { type Actor, invalidInput } from '#kernel';
import { BotNames } from './bot-names';
import { BOT_DEFAULTS, type BotAbout, type CreateBot, type UpdateBot } from './bots.dto';
import { configurationOf, toAbout } from './bots.mapper';

const MAX_NAME_CHARACTERS = 128;
/** `/bots/chats/…` are routes of their own. */
const RESERVED_NAME = 'chats';

/** Bots with all that the dialect makes of one: parameters, a base of its own, a key. */
@Injectable()
export class BotManagement {
  constructor(
    private readonly bots: BotsService,
    private readonly names: BotNames,
    private readonly keys: BotKeys,
    private readonly bases: KnowledgeBasesService,
    private readonly models: Models,
    private readonly database: Database,
  ) {}

  /** Gives the key of the bot. @throws `input.invalid`, `bots.slug_taken` */
  async create(actor: Actor, botName: string, given: CreateBot): Promise<string> {
    requireName(botName);
    await this.requireModels(actor, given);
    return this.database.transaction(async () => {
      const configuration = configurationOf({ ...BOT_DEFAULTS, ...given });
      const { id } = await this.bots.createNamed(actor, { slug: botName, configuration });
      await this.bases.ensureOwn(actor, id, ownBaseOf(botName, given.embedding_model_id));
      return this.keys.create(actor, id);
    });
  }

  /** What is absent stays as it is. @throws `input.invalid`, `criabot.*` */
  async update(actor: Actor, botName: string, given: UpdateBot): Promise<void> {
    await this.requireModels(actor, given);
    const { id } = await this.names.resolveNow(actor, botName);
    const { embedding_model_id: embeddingModelId } = given;
    await this.database.transaction(async () => {
      await this.bots.update(actor, id, { configuration: configurationOf(given) });
      if (embeddingModelId === undefined) return;
      const baseId = await this.bases.ensureOwn(actor, id, ownBaseOf(botName, embeddingModelId));
      await this.bases.update(actor, baseId, { embeddingModelId });
    });
  }

  /** @throws `criabot.*` */
  async delete(actor: Actor, botName: string): Promise<void> {
    const { id } = await this.names.resolveNow(actor, botName);
    await this.bots.delete(actor, id);
  }

  /** @throws `criabot.*` */
  async about(actor: Actor, botName: string): Promise<BotAbout> {
    const bot = await this.names.resolveNow(actor, botName);
    const base = await this.bases.findOwn(actor, bot.id);
    return toAbout(bot, base?.embeddingModelId ?? null);
  }

  private async requireModels({ teamId }: Actor, given: UpdateBot): Promise<void> {
    const wanted = [
      ['llm_model_id', 'llm'],
      ['embedding_model_id', 'embedding'],
      ['rerank_model_id', 'rerank'],
    ] as const;
    for (const [field, kind] of wanted) {
      const id = given[field];
      if (id !== undefined) await this.models.requireUsable(teamId, id, kind, field);
    }
  }
}

function ownBaseOf(botName: string, embeddingModelId: number) {
  return { name: `${botName}-document-index`, embeddingModelId };
}

/** @throws AppError `input.invalid` */
function requireName(botName: string): void {
  const isReserved = botName === RESERVED_NAME;
  const length = [...botName].length;
  if (!isReserved && botName.trim() !== '' && length <= MAX_NAME_CHARACTERS) return;
  const message = isReserved
    ? `bot_name must not be "${RESERVED_NAME}", which is reserved.`
    : `bot_name must be a text of 1 to ${MAX_NAME_CHARACTERS} characters.`;
  throw invalidInput([{ field: 'path.bot_name', message }]);
}

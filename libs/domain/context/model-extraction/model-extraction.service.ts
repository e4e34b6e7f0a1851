import { Injectable } from '@nestjs/common';
import { BotLookup } from '#domain/bots';
import { ReadyModels } from '#domain/models';
import { Database } from '#infra/database';
import { type Actor, AppError } from '#kernel';
import { TurnQueries } from '../turns/turn.queries';
import { type AskedEntity, askForEntities } from './asked-entities';
import { type PendingExtraction, PendingExtractionQueries } from './pending-extractions.queries';

/** Lets the model that speaks for a bot look at turns that are over. Their rows go when it has. */
@Injectable()
export class ModelExtraction {
  constructor(
    private readonly bots: BotLookup,
    private readonly models: ReadyModels,
    private readonly pending: PendingExtractionQueries,
    private readonly turns: TurnQueries,
    private readonly database: Database,
  ) {}

  /** @throws what the model throws */
  async run(id: string, signal: AbortSignal): Promise<void> {
    const extraction = await this.pending.find(id);
    if (!extraction) return;
    const entities = await this.ask(extraction, signal);
    await this.database.transaction(async () => {
      // Whoever was erased meanwhile has no row any more, and nothing is stored of them.
      if (await this.pending.delete(id)) await this.store(extraction, entities);
    });
  }

  async giveUp(id: string): Promise<void> {
    await this.pending.delete(id);
  }

  private async ask(extraction: PendingExtraction, signal: AbortSignal): Promise<AskedEntity[]> {
    const actor: Actor = { kind: 'system', teamId: extraction.teamId, plan: 'free' };
    const bot = await this.bots.get(actor, extraction.botId).catch(nobodyWhenGone);
    if (!bot) return [];
    const [speaker] = await this.models.speakers(extraction.teamId, bot.configuration);
    if (!speaker || speaker.model.capabilities.groundedOnly) return [];
    return askForEntities(speaker.model, extraction, signal);
  }

  private async store(extraction: PendingExtraction, asked: readonly AskedEntity[]): Promise<void> {
    const { teamId, botId, userRef, conversationId, createdAt } = extraction;
    if (asked.length === 0) return;
    await this.turns.remember({
      teamId,
      user: { botId, userRef },
      conversationId: conversationId ?? undefined,
      at: createdAt,
      entities: asked.map((entity) => ({ ...entity, metadata: {}, source: 'model' as const })),
      topics: [],
    });
  }
}

function nobodyWhenGone(error: unknown): undefined {
  if (error instanceof AppError && error.kind === 'not_found') return undefined;
  throw error;
}

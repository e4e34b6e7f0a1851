import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Model, type ModelKind, Models, modelInUse } from '#domain/models';
import { BotsQueries } from './bots.queries';
import type { ConfigurationInput } from './bots.types';

const KINDS: ReadonlyMap<string, ModelKind> = new Map([
  ['modelId', 'llm'],
  ['fallbackModelIds', 'llm'],
  ['rerankModelId', 'rerank'],
]);
/** Enough to go and look; an error is no list. */
const MAX_NAMED = 5;

/** Keeps what bots say of models true: they name only models that are there, and what they name stays. */
@Injectable()
export class BotModels implements OnModuleInit {
  constructor(
    private readonly models: Models,
    private readonly queries: BotsQueries,
  ) {}

  onModuleInit(): void {
    this.models.beforeDelete((model) => this.refuseInUse(model));
  }

  /** Of a configuration whose form was found good. @throws AppError `input.invalid` naming the field */
  async requireUsable(teamId: string, input: ConfigurationInput): Promise<void> {
    for (const [name, kind] of KINDS) {
      for (const id of idsIn(input[name])) await this.models.requireUsable(teamId, id, kind, `configuration.${name}`);
    }
  }

  /** @throws `models.in_use` naming the bots */
  private async refuseInUse({ teamId, id, name }: Model): Promise<void> {
    if (teamId === null) return;
    const names = await this.queries.namesUsingModel(teamId, { id, name }, MAX_NAMED + 1);
    if (names.length === 0) return;
    const named = names.slice(0, MAX_NAMED).map((bot) => `chatbot "${bot}"`);
    throw modelInUse(names.length > MAX_NAMED ? [...named, 'others'] : named);
  }
}

function idsIn(value: unknown): readonly number[] {
  if (Array.isArray(value)) return value as number[];
  return typeof value === 'number' ? [value] : [];
}

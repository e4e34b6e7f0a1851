import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Model, Models, modelInUse } from '#domain/models';
import { LoopsQueries } from './loops.queries';

/** Enough to go and look; an error is no list. */
const MAX_NAMED = 5;

/** A model that loops name stays: deleted, it would give way to the default without anybody noticing. */
@Injectable()
export class LoopModels implements OnModuleInit {
  constructor(
    private readonly models: Models,
    private readonly queries: LoopsQueries,
  ) {}

  onModuleInit(): void {
    this.models.beforeDelete((model) => this.refuseInUse(model));
  }

  /** @throws `models.in_use` naming the loops */
  private async refuseInUse({ teamId, id }: Model): Promise<void> {
    if (teamId === null) return;
    const names = await this.queries.namesUsingModel(teamId, id, MAX_NAMED + 1);
    if (names.length === 0) return;
    const named = names.slice(0, MAX_NAMED).map((loop) => `agent loop "${loop}"`);
    throw modelInUse(names.length > MAX_NAMED ? [...named, 'others'] : named);
  }
}

import { Injectable } from '@nestjs/common';
import { LookupCache } from '#infra/caching';
import { Database } from '#infra/database';
import { Notices } from '#infra/notices';
import { Clock, SECOND_MS } from '#kernel';
import { ModelEntity } from '../model.entity';
import { foldModelName } from '../model-names';
import { modelsChanged } from '../models.notices';

/** Changes are told at once by notices; the time is for those that get lost. A team has 100 models at most. */
const LIMITS = { ttlMs: 5 * SECOND_MS, maxFound: 2_000, maxMissing: 1 };

/** What a team has registered. */
export class TeamModels {
  private readonly byId: ReadonlyMap<number, ModelEntity>;
  private readonly llmsByName: ReadonlyMap<string, ModelEntity>;

  constructor(rows: readonly ModelEntity[]) {
    this.byId = new Map(rows.map((row) => [row.id, row]));
    this.llmsByName = new Map(rows.filter(({ kind }) => kind === 'llm').map((row) => [row.nameFolded, row]));
  }

  find(id: number): ModelEntity | undefined {
    return this.byId.get(id);
  }

  /** In any case. */
  findLlm(name: string): ModelEntity | undefined {
    return this.llmsByName.size === 0 ? undefined : this.llmsByName.get(foldModelName(name));
  }
}

/** The models of teams for whoever calls them: a chat turn asks no database for its model. */
@Injectable()
export class TeamModelsLookup {
  private readonly cache: LookupCache<TeamModels>;

  constructor(
    private readonly database: Database,
    notices: Notices,
    clock: Clock,
  ) {
    this.cache = new LookupCache(clock, LIMITS);
    notices.on(modelsChanged, ({ teamId }) => this.cache.forgetKey(teamId));
    notices.onGap(() => this.cache.clear());
  }

  /** A change may be seen some milliseconds late. */
  async get(teamId: string): Promise<TeamModels> {
    const models = await this.cache.get(teamId, () => this.read(teamId));
    return models ?? new TeamModels([]);
  }

  /** By model_team_id_name_key. */
  private async read(teamId: string): Promise<TeamModels> {
    return new TeamModels(await this.database.repository(ModelEntity).findBy({ teamId }));
  }
}

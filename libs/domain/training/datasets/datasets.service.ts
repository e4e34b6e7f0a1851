import { Injectable } from '@nestjs/common';
import { BotsService } from '#domain/bots';
import { Database } from '#infra/database';
import { type Actor, Clock, isUuid, newId, type Page, type PageRequest } from '#kernel';
import { SessionsQueries } from '../sessions/sessions.queries';
import { tooManyExamples, trainingErrors } from '../training.errors';
import { DatasetsQueries } from './datasets.queries';
import {
  type Dataset,
  type DatasetPatch,
  type Example,
  type ExampleListRequest,
  MAX_EXAMPLES,
  type NewDataset,
  type NewExample,
} from './datasets.types';
import { newExample } from './examples';
import { ExamplesQueries } from './examples.queries';

const DEFAULT_DOMAIN = 'general';

/** The training data of bots. Datasets of other teams are not there. */
@Injectable()
export class Datasets {
  constructor(
    private readonly bots: BotsService,
    private readonly queries: DatasetsQueries,
    private readonly examples: ExamplesQueries,
    private readonly sessions: SessionsQueries,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** With its examples, or not at all. @throws `bots.not_found` */
  async create(
    actor: Actor,
    botId: string,
    { name, description, domain, examples = [] }: NewDataset,
  ): Promise<Dataset> {
    const { teamId } = actor;
    const now = this.clock.now();
    const id = newId();
    const fields = { name: name.trim(), description: description ?? null, domain: domainOf(domain), isActive: true };
    await this.database.transaction(async () => {
      await this.bots.hold(actor, botId);
      await this.queries.insert({ id, teamId, botId, ...fields, createdAt: now, updatedAt: now });
      await this.insertExamples(teamId, id, examples);
    });
    return this.get(actor, id);
  }

  /** Newest first. @throws `bots.not_found` */
  async list(actor: Actor, botId: string, { page, limit }: PageRequest): Promise<Page<Dataset>> {
    await this.bots.get(actor, botId);
    const items = await this.queries.list(botId, { page, limit });
    const isAll = page === 1 && items.length < limit;
    return { items, total: isAll ? items.length : await this.queries.count(botId), page, limit };
  }

  /** @throws `training.dataset_not_found` */
  async get({ teamId }: Actor, id: string): Promise<Dataset> {
    const dataset = isUuid(id) ? await this.queries.find(teamId, id) : undefined;
    if (!dataset) throw trainingErrors.dataset_not_found();
    return dataset;
  }

  /** @throws `training.dataset_not_found` */
  async update(actor: Actor, id: string, { name, domain, ...patch }: DatasetPatch): Promise<Dataset> {
    const changes = {
      ...patch,
      ...(name === undefined ? {} : { name: name.trim() }),
      ...(domain === undefined ? {} : { domain: domainOf(domain) }),
    };
    const isThere = isUuid(id) && (await this.queries.update(actor.teamId, id, changes, this.clock.now()));
    if (!isThere) throw trainingErrors.dataset_not_found();
    return this.get(actor, id);
  }

  /** Models that were trained from it stay. @throws `training.dataset_not_found`, `training.dataset_in_training` */
  async delete({ teamId }: Actor, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const dataset = isUuid(id) ? await this.queries.lock(teamId, id) : undefined;
      if (!dataset) throw trainingErrors.dataset_not_found();
      if (await this.sessions.isInUse(dataset.botId, id)) throw trainingErrors.dataset_in_training();
      await this.queries.delete(id);
    });
  }

  /** All or none. @throws `training.dataset_not_found`, `training.too_many_examples` */
  async addExamples(actor: Actor, id: string, examples: readonly NewExample[]): Promise<Dataset> {
    if (!isUuid(id)) throw trainingErrors.dataset_not_found();
    await this.insertExamples(actor.teamId, id, examples);
    return this.get(actor, id);
  }

  /** Oldest first. @throws `training.dataset_not_found` */
  async listExamples({ teamId }: Actor, id: string, request: ExampleListRequest): Promise<Page<Example>> {
    if (!isUuid(id) || !(await this.queries.exists(teamId, id))) throw trainingErrors.dataset_not_found();
    const { page, limit } = request;
    const items = await this.examples.list(id, request);
    const isAll = page === 1 && items.length < limit;
    return { items, total: isAll ? items.length : await this.examples.count(id, request), page, limit };
  }

  /** @throws `training.dataset_not_found`, `training.example_not_found` */
  async deleteExample({ teamId }: Actor, id: string, exampleId: string): Promise<void> {
    if (!isUuid(id)) throw trainingErrors.dataset_not_found();
    if (isUuid(exampleId) && (await this.examples.delete(teamId, id, exampleId, this.clock.now()))) return;
    if (!(await this.queries.exists(teamId, id))) throw trainingErrors.dataset_not_found();
    throw trainingErrors.example_not_found();
  }

  private async insertExamples(teamId: string, datasetId: string, given: readonly NewExample[]): Promise<void> {
    if (given.length === 0) return;
    const examples = given.map(newExample);
    const order = { teamId, datasetId, examples, maxExamples: MAX_EXAMPLES, now: this.clock.now() };
    if (await this.examples.add(order)) return;
    if (!(await this.queries.exists(teamId, datasetId))) throw trainingErrors.dataset_not_found();
    throw tooManyExamples();
  }
}

function domainOf(domain: string | null | undefined): string {
  return domain?.trim() || DEFAULT_DOMAIN;
}

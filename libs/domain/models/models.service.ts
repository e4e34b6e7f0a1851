import { Injectable } from '@nestjs/common';
import { IsNull, type QueryDeepPartialEntity } from 'typeorm';
import { type AuditAct, AuditLog } from '#domain/audit';
import { Config } from '#infra/config';
import { Database, isUniqueViolation } from '#infra/database';
import { AddressGuard } from '#infra/http-client';
import { Notices } from '#infra/notices';
import { Sealer } from '#infra/secrets';
import { type Actor, Clock, invalidInput, offsetOf, type Page } from '#kernel';
import { credentialContext } from './credentials';
import { ModelEntity } from './model.entity';
import { asBaseUrlProblem, changedDraft, type ModelDraft, newDraft } from './model-input';
import { modelErrors } from './models.errors';
import { modelsChanged } from './models.notices';
import { type ModelLock, ModelsQueries } from './models.queries';
import type { CreateModel, Model, ModelKind, ModelListRequest, ModelPatch, UpdatedModel } from './models.types';
import { isPreset, presetsOf } from './presets';

/** What a turn may have to choose from, held in memory for each team that is talking. */
const MAX_MODELS_OF_TEAM = 100;
/** Somebody who changes one model at the same time as others. */
const MAX_TRIES = 5;

/** Runs in the transaction that deletes the model; throws `modelInUse` when something of its domain uses it. */
export type BeforeModelDelete = (model: Model) => Promise<void>;

type AuditedModel = Pick<ModelEntity, 'id' | 'name' | 'kind' | 'provider' | 'baseUrl' | 'credentials'>;

/** TypeORM cannot see that settings are one of its values. */
type ModelColumns = QueryDeepPartialEntity<ModelEntity>;

/** The registered models. A team sees its own and the presets; another team's and an unknown one are `models.not_found`. */
@Injectable()
export class Models {
  private readonly beforeDeleteListeners: BeforeModelDelete[] = [];
  private readonly presets: ReturnType<typeof presetsOf>;

  constructor(
    private readonly queries: ModelsQueries,
    private readonly database: Database,
    private readonly notices: Notices,
    private readonly sealer: Sealer,
    private readonly addresses: AddressGuard,
    private readonly clock: Clock,
    config: Config,
    private readonly auditLog: AuditLog,
  ) {
    this.presets = presetsOf(config);
  }

  /** @throws AppError `input.invalid`, `models.name_taken`, `models.too_many` */
  async create(actor: Actor, input: CreateModel): Promise<Model> {
    const { teamId } = actor;
    const draft = newDraft(input);
    this.refusePresetName(draft);
    const isTrusted = await this.admitAddress(actor, draft.baseUrl);
    const now = this.clock.now();
    const columns = {
      ...draft,
      teamId,
      isTrusted,
      credentials: this.sealed(teamId, input.apiKey ?? null),
      calibration: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    const id = await refusingTakenNames(() =>
      this.database.transaction(async () => {
        await this.queries.lockTeam(teamId);
        if ((await this.queries.countOf(teamId)) >= MAX_MODELS_OF_TEAM) throw modelErrors.too_many();
        const { identifiers } = await this.models.insert(columns as ModelColumns);
        const created = identifiers[0]?.id as number;
        this.notices.publish(modelsChanged, { teamId, modelId: created });
        await this.note(actor, 'model.registered', { ...columns, id: created });
        return created;
      }),
    );
    return this.toModel({ ...columns, id });
  }

  /** Presets first, then in the order of their making. By model_team_id_name_key and model's primary key. */
  async list({ teamId }: Actor, { kind, page, limit }: ModelListRequest): Promise<Page<Model>> {
    const ofKind = kind === undefined ? {} : { kind };
    const [rows, total] = await this.models.findAndCount({
      where: [
        { teamId, ...ofKind },
        { teamId: IsNull(), ...ofKind },
      ],
      order: { id: 'asc' },
      skip: offsetOf({ page, limit }),
      take: limit,
    });
    return { items: rows.map((row) => this.toModel(row)), total, page, limit };
  }

  /** @throws `models.not_found` */
  async get(actor: Actor, id: number): Promise<Model> {
    return this.toModel(await this.find(actor.teamId, id));
  }

  /**
   * A key that was given for one address never goes to another: changing the address without giving the key anew drops it.
   *
   * @throws `models.not_found`, `models.preset`, `models.name_taken`, `input.invalid`
   */
  async update(actor: Actor, id: number, patch: ModelPatch): Promise<UpdatedModel> {
    for (let tries = 1; ; tries++) {
      const updated = await this.tryUpdate(actor, await this.findOwn(actor.teamId, id), patch);
      if (updated) return updated;
      if (tries === MAX_TRIES) throw modelErrors.busy();
    }
  }

  /** @throws `models.not_found`, `models.preset`, `models.in_use` */
  async delete(actor: Actor, id: number): Promise<void> {
    const { teamId } = actor;
    await this.database.transaction(async () => {
      const row = await this.findOwn(teamId, id, 'pessimistic_write');
      for (const listener of this.beforeDeleteListeners) await listener(this.toModel(row));
      await this.models.delete({ id });
      this.notices.publish(modelsChanged, { teamId, modelId: id });
      await this.note(actor, 'model.deleted', row);
    });
  }

  /** For domains above whose rows refer to models. */
  beforeDelete(listener: BeforeModelDelete): void {
    this.beforeDeleteListeners.push(listener);
  }

  /**
   * For what is about to refer to a model: nobody deletes it before the open transaction ends.
   *
   * @param field of the input that named it
   * @throws AppError `input.invalid` naming the field when there is no such model of that kind
   */
  async requireUsable(teamId: string, id: number, kind: ModelKind, field: string): Promise<Model> {
    const row = await this.hold(teamId, id);
    if (row?.kind === kind) return this.toModel(row);
    const found = row === null ? `there is no model ${id}` : `model ${id} is of kind ${row.kind}`;
    throw invalidInput([{ field, message: `${field} must be the id of a model of kind ${kind}; ${found}.` }]);
  }

  /** Presets are never deleted. */
  private hold(teamId: string, id: number): Promise<ModelEntity | null> {
    if (isPreset(id)) return this.queries.find(teamId, id);
    return this.database.transaction(() => this.queries.find(teamId, id, 'for_key_share'));
  }

  /** Undefined when somebody else was quicker. */
  private async tryUpdate(actor: Actor, row: ModelEntity, patch: ModelPatch): Promise<UpdatedModel | undefined> {
    const { teamId } = actor;
    const draft = changedDraft(row, patch);
    this.refusePresetName(draft);
    const hasNewUrl = draft.baseUrl !== row.baseUrl;
    const hasMoved = hasNewUrl || draft.provider !== row.provider;
    const keepsKey = patch.apiKey === undefined && !hasMoved;
    const changes = {
      ...draft,
      isTrusted: hasNewUrl ? await this.admitAddress(actor, draft.baseUrl) : row.isTrusted,
      credentials: keepsKey ? row.credentials : this.sealed(teamId, patch.apiKey ?? null),
      version: row.version + 1,
      updatedAt: this.clock.now(),
    };
    const affected = await refusingTakenNames(() =>
      this.database.transaction(async () => {
        const result = await this.models.update({ id: row.id, version: row.version }, changes as ModelColumns);
        this.notices.publish(modelsChanged, { teamId, modelId: row.id });
        if (result.affected === 1) await this.note(actor, 'model.changed', { ...row, ...changes }, !keepsKey);
        return result.affected;
      }),
    );
    if (affected !== 1) return undefined;
    const credentialsDropped = hasMoved && patch.apiKey === undefined && row.credentials !== null;
    return { model: this.toModel({ ...row, ...changes }), credentialsDropped };
  }

  private async note(actor: Actor, act: AuditAct, model: AuditedModel, hasNewKey = false): Promise<void> {
    const { id, name, kind, provider, baseUrl, credentials } = model;
    const host = baseUrl === null ? null : new URL(baseUrl).host;
    await this.auditLog.record(actor, {
      act,
      subject: { kind: 'model', id: String(id), name },
      details: { kind, provider, host, hasCredentials: credentials !== null, ...(hasNewKey ? { hasNewKey } : {}) },
    });
  }

  private get models() {
    return this.database.repository(ModelEntity);
  }

  /** Whether the address may be private: only what a person whose role is admin gives. @throws AppError `input.invalid` */
  private async admitAddress(actor: Actor, baseUrl: string | null): Promise<boolean> {
    const trusted = baseUrl !== null && actor.kind === 'user' && actor.role === 'admin';
    if (baseUrl === null) return false;
    await this.addresses
      .guardFor({ trusted })
      .checkResolved(baseUrl)
      .catch((error: unknown) => {
        throw asBaseUrlProblem(error);
      });
    return trusted;
  }

  private sealed(teamId: string, apiKey: string | null): Buffer | null {
    return apiKey === null || apiKey === '' ? null : this.sealer.seal(apiKey, credentialContext(teamId));
  }

  /** So that a bot that names a model can only mean one. */
  private refusePresetName({ nameFolded }: ModelDraft): void {
    for (const { name } of this.presets.values()) if (name === nameFolded) throw modelErrors.name_taken();
  }

  private async findOwn(teamId: string, id: number, mode?: ModelLock): Promise<ModelEntity> {
    const row = await this.find(teamId, id, mode);
    if (row.teamId === null) throw modelErrors.preset();
    return row;
  }

  private async find(teamId: string, id: number, mode?: ModelLock): Promise<ModelEntity> {
    const row = await this.queries.find(teamId, id, mode);
    if (!row) throw modelErrors.not_found();
    return row;
  }

  private toModel(row: ModelEntity): Model {
    const {
      nameFolded: _,
      credentials,
      isTrusted: _trust,
      calibration: _calibration,
      version: _version,
      ...model
    } = row;
    return { ...model, hasCredentials: credentials !== null, ...(row.teamId === null ? this.presets.get(row.id) : {}) };
  }
}

async function refusingTakenNames<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw isUniqueViolation(error, 'model_team_id_name_key') ? modelErrors.name_taken() : error;
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type AuditAct, AuditLog } from '#domain/audit';
import { BotsService } from '#domain/bots';
import { type Model, Models, modelInUse } from '#domain/models';
import { Database } from '#infra/database';
import { Notices } from '#infra/notices';
import { type Actor, Clock, invalidInput, isUuid, newId, type Page, type PageRequest } from '#kernel';
import { AddressCheck } from './input/address-check';
import { changedDraft, ECHO, type IntegrationDraft, newDraft } from './input/integration-draft';
import { type Headers, headerProblems, type SplitHeaders, splitHeaders } from './input/request-headers';
import { IntegrationSecrets } from './integration-secrets';
import { integrationErrors } from './integrations.errors';
import { integrationsChanged } from './integrations.notices';
import { type IntegrationRow, IntegrationsQueries } from './integrations.queries';
import {
  INTEGRATION_LIMITS,
  type Integration,
  type IntegrationHealth,
  type IntegrationInput,
  type IntegrationTrial,
  type UpdatedIntegration,
} from './integrations.types';
import { IntegrationCalls } from './running/integration-calls';
import { IntegrationTrials } from './running/integration-trials.service';

/** Enough to go and look; an error is no list. */
const MAX_NAMED = 5;

/** Who answers for a bot. Another team's integration and an id that is none are both `integrations.not_found`. */
@Injectable()
export class Integrations implements OnModuleInit {
  constructor(
    private readonly bots: BotsService,
    private readonly models: Models,
    private readonly queries: IntegrationsQueries,
    private readonly addresses: AddressCheck,
    private readonly secrets: IntegrationSecrets,
    private readonly calls: IntegrationCalls,
    private readonly trials: IntegrationTrials,
    private readonly database: Database,
    private readonly notices: Notices,
    private readonly clock: Clock,
    private readonly auditLog: AuditLog,
  ) {}

  onModuleInit(): void {
    this.bots.beforeDelete(async (botId) => this.tell(botId));
    this.models.beforeDelete((model) => this.refuseInUse(model));
  }

  /** Oldest first. @throws `bots.not_found` */
  async list(actor: Actor, botId: string, request: PageRequest): Promise<Page<Integration>> {
    await this.bots.get(actor, botId);
    const [rows, { all }] = [await this.queries.list(botId, request), await this.queries.countOf(botId)];
    return { ...request, items: rows.map(shown), total: all };
  }

  /**
   * The first one takes over from the echo, which is no longer chosen.
   *
   * @throws AppError `bots.not_found`, `integrations.too_many`, `input.invalid`
   */
  async create(actor: Actor, botId: string, input: IntegrationInput): Promise<Integration> {
    await this.bots.get(actor, botId);
    const draft = newDraft(input, this.addresses);
    const split = this.splitFor({}, input.headers ?? {});
    await this.addresses.pass(draft.webhookUrl);
    return this.insert(actor, botId, draft, split);
  }

  /** What a new bot of the manager dialect answers messengers with. Joins the caller's transaction. @throws `bots.not_found` */
  createEcho(actor: Actor, botId: string): Promise<Integration> {
    return this.insert(actor, botId, ECHO, { headers: {}, secrets: {} });
  }

  /** @throws `integrations.not_found` */
  async get(actor: Actor, id: string): Promise<Integration> {
    return shown(await this.find(actor, id));
  }

  /**
   * Secrets that were given for one host never go to another: they are taken away unless they are given anew.
   *
   * @throws AppError `integrations.not_found`, `input.invalid`
   */
  async update(actor: Actor, id: string, patch: IntegrationInput): Promise<UpdatedIntegration> {
    const known = await this.find(actor, id);
    const { webhookUrl } = changedDraft(known, patch, this.addresses);
    if (webhookUrl !== known.webhookUrl) await this.addresses.pass(webhookUrl);
    const updated = await this.database.transaction(async () => {
      const before = found(await this.queries.lock(actor.teamId, known.id));
      const draft = changedDraft(before, patch, this.addresses);
      await this.requireModel(before.teamId, draft);
      const { droppedSecrets, ...sent } = this.headersAfter(before, draft, patch.headers);
      const row = { ...before, ...draft, ...sent, updatedAt: this.clock.now() };
      await this.queries.update(row);
      await this.note(actor, 'integration.changed', row);
      return { ...shown(row), droppedSecrets };
    });
    await this.tell(updated.botId);
    return updated;
  }

  /** Its conversations get another one at their next message. @throws `integrations.not_found` */
  async delete(actor: Actor, id: string): Promise<void> {
    const row = await this.find(actor, id);
    await this.database.transaction(async () => {
      if ((await this.queries.delete(actor.teamId, id)) === undefined) throw integrationErrors.not_found();
      await this.note(actor, 'integration.deleted', row);
    });
    await this.tell(row.botId);
  }

  /** @throws `integrations.not_found` */
  async health(actor: Actor, id: string): Promise<IntegrationHealth> {
    return this.calls.healthOf(await this.find(actor, id));
  }

  /** Really calls it, also when it is left alone at present. That it fails is an answer. @throws `integrations.not_found` */
  async test(actor: Actor, id: string, message: string): Promise<IntegrationTrial> {
    return this.trials.run(actor, await this.find(actor, id), message);
  }

  /** Addresses may hold secrets in their paths: the host is enough. */
  private async note(
    actor: Actor,
    act: AuditAct,
    row: Pick<IntegrationRow, 'id' | 'name' | 'botId' | 'kind' | 'webhookUrl'>,
  ): Promise<void> {
    const { id, name, botId, kind, webhookUrl } = row;
    const host = webhookUrl === null ? null : new URL(webhookUrl).host;
    const details = { chatbotId: botId, kind, host };
    await this.auditLog.record(actor, { act, subject: { kind: 'integration', id, name }, details });
  }

  private async insert(
    actor: Actor,
    botId: string,
    draft: IntegrationDraft,
    split: SplitHeaders,
  ): Promise<Integration> {
    const now = this.clock.now();
    const common = { id: newId(), teamId: actor.teamId, botId, createdAt: now };
    const row = { ...common, ...draft, ...this.sealed(common.id, split), updatedAt: now };
    await this.database.transaction(async () => {
      await this.bots.hold(actor, botId);
      await this.queries.lockBot(botId);
      await this.requireModel(actor.teamId, draft);
      const count = await this.queries.countOf(botId);
      if (count.all >= INTEGRATION_LIMITS.perBot) throw integrationErrors.too_many();
      if (draft.kind !== 'echo' && count.real === 0) await this.queries.retireEcho(botId, now);
      await this.queries.insert(row);
      if (draft.kind !== 'echo') await this.note(actor, 'integration.created', row);
    });
    await this.tell(botId);
    return shown(row);
  }

  private sealed(id: string, { headers, secrets }: SplitHeaders): Pick<IntegrationRow, 'headers' | 'secrets'> {
    return { headers, secrets: this.secrets.seal(id, secrets) };
  }

  /** @throws AppError `input.invalid` */
  private splitFor(kept: Headers, given: Headers): SplitHeaders {
    const problems = headerProblems(given, kept);
    if (problems.length > 0) throw invalidInput(problems);
    return splitHeaders(given, kept);
  }

  private headersAfter(before: IntegrationRow, after: IntegrationDraft, given: Headers | undefined): SentHeaders {
    const { id, headers, secrets } = before;
    if (after.kind !== 'webhook') return { headers: {}, secrets: null, droppedSecrets: false };
    const isMoved = hasMoved(before.webhookUrl, after.webhookUrl);
    if (given === undefined && !isMoved) return { headers, secrets, droppedSecrets: false };
    const kept = this.secrets.openOrForget(id, secrets);
    const split = given === undefined ? splitHeaders(headers, kept) : this.splitFor(kept, given);
    if (!isMoved) return { ...this.sealed(id, split), droppedSecrets: false };
    // The mask means what was given for the other host; what is new was given for this one.
    const atNewHost = splitHeaders(given ?? headers, {});
    const droppedSecrets = Object.keys(atNewHost.headers).length < Object.keys(given ?? headers).length;
    return { ...this.sealed(id, atNewHost), droppedSecrets };
  }

  private async requireModel(teamId: string, { modelId }: IntegrationDraft): Promise<void> {
    if (modelId !== null) await this.models.requireUsable(teamId, modelId, 'llm', 'modelId');
  }

  private async refuseInUse({ teamId, id }: Model): Promise<void> {
    if (teamId === null) return;
    const names = await this.queries.namesUsingModel(id, MAX_NAMED + 1);
    if (names.length === 0) return;
    const named = names.slice(0, MAX_NAMED).map((name) => `integration "${name}"`);
    throw modelInUse(names.length > MAX_NAMED ? [...named, 'others'] : named);
  }

  /** Whoever asks next may ask another process. Within a caller's transaction the others hear of it after that. */
  private tell(botId: string): Promise<void> {
    return this.notices.publish(integrationsChanged, { botId });
  }

  private async find({ teamId }: Actor, id: string): Promise<IntegrationRow> {
    return found(isUuid(id) ? await this.queries.find(teamId, id) : undefined);
  }
}

interface SentHeaders extends Pick<IntegrationRow, 'headers' | 'secrets'> {
  droppedSecrets: boolean;
}

function found(row: IntegrationRow | undefined): IntegrationRow {
  if (!row) throw integrationErrors.not_found();
  return row;
}

/** To where somebody else may listen: another scheme, host or port. */
function hasMoved(from: string | null, to: string | null): boolean {
  return from !== null && to !== null && new URL(from).origin !== new URL(to).origin;
}

function shown({ secrets: _, ...integration }: IntegrationRow): Integration {
  return integration;
}

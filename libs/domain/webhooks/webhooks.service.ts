import { Injectable } from '@nestjs/common';
import { type AuditAct, AuditLog } from '#domain/audit';
import { Database } from '#infra/database';
import { JobQueue } from '#infra/queue';
import { type Actor, Clock, isUuid, newId, type Page, type PageRequest } from '#kernel';
import { deliverWebhook } from './jobs/deliver-webhook.job';
import { changedRow, isReleased } from './webhook-changes';
import { WebhookChecks } from './webhook-checks';
import { requireSecret } from './webhook-input';
import { WebhookRemoval } from './webhook-removal.service';
import { WebhookSecrets } from './webhook-secrets';
import { webhookErrors } from './webhooks.errors';
import { type WebhookRow, WebhooksQueries } from './webhooks.queries';
import type { CreateWebhook, Webhook, WebhookPatch, WebhookWithSecret } from './webhooks.types';

/** What one event of the team is compared with; they are all read for it. */
const MAX_WEBHOOKS_OF_TEAM = 100;

/**
 * Where teams want to be told what happens. A webhook is seen through the dialect that it was registered in: another
 * dialect's, another team's and an unknown one are all `webhooks.not_found`.
 */
@Injectable()
export class Webhooks {
  constructor(
    private readonly queries: WebhooksQueries,
    private readonly checks: WebhookChecks,
    private readonly secrets: WebhookSecrets,
    private readonly removal: WebhookRemoval,
    private readonly database: Database,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws AppError `input.invalid`, `webhooks.too_many` */
  async create(actor: Actor, dialect: string, input: CreateWebhook): Promise<WebhookWithSecret> {
    const clean = await this.checks.pass(actor, dialect, input);
    const secret = clean.secret ?? this.secrets.generate();
    const row = this.newRow(actor, dialect, clean, secret);
    await this.database.transaction(async () => {
      await this.queries.lockTeam(actor.teamId);
      if ((await this.queries.countOfTeam(actor.teamId)) >= MAX_WEBHOOKS_OF_TEAM) throw webhookErrors.too_many();
      await this.queries.insert(row);
      await this.note(actor, 'webhook.created', row);
    });
    return { webhook: toWebhook(row, row.createdAt), secret };
  }

  /** Oldest first. */
  async list({ teamId }: Actor, dialect: string, request: PageRequest): Promise<Page<Webhook>> {
    const scope = { teamId, dialect };
    const [rows, total] = [await this.queries.list(scope, request), await this.queries.countIn(scope)];
    const now = this.clock.now();
    return { ...request, items: rows.map((row) => toWebhook(row, now)), total };
  }

  /** @throws `webhooks.not_found` */
  async get({ teamId }: Actor, dialect: string, id: string): Promise<Webhook> {
    const row = isUuid(id) ? await this.queries.find({ teamId, dialect }, id) : undefined;
    return toWebhook(found(row), this.clock.now());
  }

  /**
   * Switched on again, or moved to another address, it is as one that never failed, and what waits for it goes at once.
   *
   * @throws AppError `webhooks.not_found`, `input.invalid`
   */
  async update(actor: Actor, dialect: string, id: string, patch: WebhookPatch): Promise<Webhook> {
    await this.get(actor, dialect, id);
    const clean = await this.checks.pass(actor, dialect, patch);
    return this.change(actor, 'webhook.changed', dialect, id, (row, now) => changedRow(row, clean, this.secrets, now));
  }

  /**
   * The secret before the new one signs for a day longer.
   *
   * @param secret one is made unless given
   * @throws AppError `webhooks.not_found`, `input.invalid`
   */
  async rotateSecret(
    actor: Actor,
    dialect: string,
    id: string,
    secret = this.secrets.generate(),
  ): Promise<WebhookWithSecret> {
    requireSecret(secret);
    const change = (row: WebhookRow, now: Date) => changedRow(row, { secret }, this.secrets, now);
    const webhook = await this.change(actor, 'webhook.changed', dialect, id, change);
    return { webhook, secret };
  }

  /** With all its deliveries. @throws `webhooks.not_found` */
  async delete(actor: Actor, dialect: string, id: string): Promise<void> {
    const change = (row: WebhookRow, now: Date) => changedRow(row, { isActive: false }, this.secrets, now);
    await this.change(actor, 'webhook.deleted', dialect, id, change);
    await this.removal.remove(id);
  }

  private async change(
    actor: Actor,
    act: AuditAct,
    dialect: string,
    id: string,
    changed: (row: WebhookRow, now: Date) => WebhookRow,
  ): Promise<Webhook> {
    const { teamId } = actor;
    return this.database.transaction(async () => {
      const before = found(isUuid(id) ? await this.queries.lock({ teamId, dialect }, id) : undefined);
      const now = this.clock.now();
      const after = changed(before, now);
      await this.queries.update(after);
      await this.note(actor, act, after, before);
      if (isReleased(before, after)) await this.jobs.enqueue(deliverWebhook, { webhookId: id });
      return toWebhook(after, now);
    });
  }

  /** Addresses may hold secrets in their paths: the host is enough. */
  private async note(actor: Actor, act: AuditAct, row: WebhookRow, before: WebhookRow = row): Promise<void> {
    const { id, url, description, isActive } = row;
    const host = new URL(url).host;
    const hasNewSecret = !row.secret.equals(before.secret);
    const details = { host, dialect: row.dialect, isActive, ...(hasNewSecret ? { hasNewSecret } : {}) };
    await this.auditLog.record(actor, { act, subject: { kind: 'webhook', id, name: description ?? host }, details });
  }

  private newRow({ teamId }: Actor, dialect: string, input: CreateWebhook, secret: string): WebhookRow {
    const [id, now] = [newId(), this.clock.now()];
    const { url, events, botId = null, description = null } = input;
    return {
      ...NEW,
      id,
      teamId,
      dialect,
      url,
      events,
      botId,
      description,
      secret: this.secrets.seal(id, secret),
      createdAt: now,
      updatedAt: now,
    };
  }
}

const NEW = {
  previousSecret: null,
  previousSecretExpiresAt: null,
  isActive: true,
  disabledReason: null,
  disabledAt: null,
  isNoticeDue: false,
  failingSince: null,
  lastSuccessAt: null,
  lastFailureAt: null,
  pausedUntil: null,
} satisfies Partial<WebhookRow>;

function found(row: WebhookRow | undefined): WebhookRow {
  if (!row) throw webhookErrors.not_found();
  return row;
}

function toWebhook(row: WebhookRow, now: Date): Webhook {
  const { secret: _, previousSecret: _previous, pausedUntil: _paused, isNoticeDue: _notice, ...webhook } = row;
  const { previousSecretExpiresAt: expiresAt } = row;
  return {
    ...webhook,
    botId: row.botId ?? undefined,
    previousSecretExpiresAt: expiresAt && expiresAt > now ? expiresAt : null,
  };
}

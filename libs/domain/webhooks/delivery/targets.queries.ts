import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { SealedSecrets } from '../webhook-secrets';
import type { DisabledReason } from '../webhooks.types';
import type { ConditionNews, WebhookCondition } from './webhook-condition';

/** A webhook as couriers see it. */
export interface TargetRow extends SealedSecrets, WebhookCondition {
  url: string;
  isActive: boolean;
}

export interface Disabling {
  reason: Exclude<DisabledReason, 'by_owner'>;
  at: Date;
  /** Only if it has failed since then or longer; null: whatever was before. */
  failingSinceBefore: Date | null;
}

/** A webhook that was switched off, for those who are to be told. */
export interface DisabledWebhook {
  teamId: string;
  url: string;
  reason: DisabledReason;
  disabledAt: Date;
  failingSince: Date | null;
}

const CONDITION = `failing_since as "failingSince", last_success_at as "lastSuccessAt",
  last_failure_at as "lastFailureAt", paused_until as "pausedUntil"`;

/** What couriers read and write of webhooks. What is learnt of a receiver is of its address: not of one it has by now. */
@Injectable()
export class TargetsQueries {
  constructor(private readonly database: Database) {}

  /** By webhook's primary key. */
  async find(webhookId: string): Promise<TargetRow | undefined> {
    const [row] = await this.database.query<TargetRow>(
      `select id, url, is_active as "isActive", secret, previous_secret as "previousSecret",
         previous_secret_expires_at as "previousSecretExpiresAt", ${CONDITION}
       from webhook where id = $1`,
      [webhookId],
      { prepare: true },
    );
    return row;
  }

  /** Gives how it fares by now; undefined when it is gone or moved. By webhook's primary key. */
  async note(webhookId: string, url: string, news: ConditionNews): Promise<WebhookCondition | undefined> {
    const { successAt, failureAt, failingSince, pausedUntil } = news;
    const [row] = await this.database.query<WebhookCondition>(
      `update webhook set last_success_at = greatest(last_success_at, $3), last_failure_at = greatest(last_failure_at, $4),
         failing_since = case
           when $5::timestamptz is null and $3::timestamptz is not null then null
           when $3::timestamptz is null then coalesce(failing_since, $5)
           else $5
         end,
         paused_until = greatest(paused_until, $6)
       where id = $1 and url = $2 returning ${CONDITION}`,
      [webhookId, url, successAt, failureAt, failingSince, pausedUntil],
    );
    return row;
  }

  /** Whether this has switched it off. By webhook's primary key. */
  async disable(webhookId: string, url: string, { reason, at, failingSinceBefore }: Disabling): Promise<boolean> {
    const changed = await this.database.execute(
      `update webhook set is_active = false, disabled_reason = $3, disabled_at = $4, is_notice_due = true
       where id = $1 and url = $2 and is_active and ($5::timestamptz is null or failing_since <= $5)`,
      [webhookId, url, reason, at, failingSinceBefore],
    );
    return changed > 0;
  }

  /** Whose team is still to be told. By webhook's primary key. */
  async findDisabled(webhookId: string): Promise<DisabledWebhook | undefined> {
    const [row] = await this.database.query<DisabledWebhook>(
      `select team_id as "teamId", url, disabled_reason as reason, disabled_at as "disabledAt",
         failing_since as "failingSince"
       from webhook where id = $1 and is_notice_due and not is_active and disabled_reason is not null`,
      [webhookId],
    );
    return row;
  }

  /** The team has been told of what happened then. By webhook's primary key. */
  async closeNotice(webhookId: string, disabledAt: Date): Promise<void> {
    await this.database.execute(
      'update webhook set is_notice_due = false where id = $1 and disabled_at = $2 and is_notice_due',
      [webhookId, disabledAt],
    );
  }
}

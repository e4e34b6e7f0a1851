import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { WebhookSecrets } from '../webhook-secrets';
import { type TargetRow, TargetsQueries } from './targets.queries';
import type { WebhookCondition } from './webhook-condition';

/** Where deliveries of a webhook go, and how they are signed. */
export interface Target extends WebhookCondition {
  id: string;
  url: string;
  /** Newest first. */
  secrets: readonly string[];
}

@Injectable()
export class Targets {
  constructor(
    private readonly queries: TargetsQueries,
    private readonly secrets: WebhookSecrets,
    private readonly clock: Clock,
  ) {}

  /**
   * Undefined when nothing is to be sent now: the webhook is gone, switched off, or asked to be left alone.
   *
   * @param known found before; its list of secrets is kept while they are the same, and with it the keys made of them
   */
  async find(webhookId: string, known: Target | undefined): Promise<Target | undefined> {
    const row = await this.queries.find(webhookId);
    const now = this.clock.now();
    if (!row?.isActive || (row.pausedUntil !== null && row.pausedUntil > now)) return undefined;
    const secrets = this.secrets.open(row, now);
    const isKnown = known?.secrets.join('\n') === secrets.join('\n');
    return targetOf(row, isKnown && known ? known.secrets : secrets);
  }
}

function targetOf(row: TargetRow, secrets: readonly string[]): Target {
  const { id, url, failingSince, lastSuccessAt, lastFailureAt, pausedUntil } = row;
  return { id, url, secrets, failingSince, lastSuccessAt, lastFailureAt, pausedUntil };
}

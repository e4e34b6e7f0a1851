import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TeamRemoval } from '#domain/identity';
import { WebhookRemovalQueries } from './webhook-removal.queries';

/** The embedded database serves one statement at a time, and a delivery has some kilobytes and several attempts. */
const STEP_DELIVERIES = 1_000;

/** Deletes webhooks with all that was delivered to them, in steps that are short however much that is. */
@Injectable()
export class WebhookRemoval implements OnModuleInit {
  constructor(
    private readonly queries: WebhookRemovalQueries,
    private readonly teams: TeamRemoval,
  ) {}

  onModuleInit(): void {
    this.teams.beforeRemoval((teamId, signal) => this.removeOfTeam(teamId, signal));
  }

  /** It should be switched off before, so that nothing comes meanwhile. */
  async remove(webhookId: string, signal?: AbortSignal): Promise<void> {
    do signal?.throwIfAborted();
    while ((await this.queries.deleteDeliveries(webhookId, STEP_DELIVERIES)) > 0);
    await this.queries.delete(webhookId);
  }

  private async removeOfTeam(teamId: string, signal: AbortSignal): Promise<void> {
    await this.queries.switchOff(teamId);
    for (const webhookId of await this.queries.ofTeam(teamId)) await this.remove(webhookId, signal);
  }
}

import { Injectable } from '@nestjs/common';
import { ModelTrials } from '#domain/models';
import type { Actor } from '#kernel';
import { IntegrationSecrets } from '../integration-secrets';
import type { IntegrationRow } from '../integrations.queries';
import type { IntegrationTrial } from '../integrations.types';
import { callOf, readyOf } from './back-ends.service';
import { IntegrationCalls } from './integration-calls';
import { WebhookCalls } from './webhook-calls';

/** What a back-end sees that nobody talks to it. */
const TRIAL = { conversationId: undefined, userRef: 'test', sessionKey: 'test' };

/** Really calls integrations, for people who want to see whether they work. */
@Injectable()
export class IntegrationTrials {
  constructor(
    private readonly calls: IntegrationCalls,
    private readonly webhooks: WebhookCalls,
    private readonly secrets: IntegrationSecrets,
    private readonly models: ModelTrials,
  ) {}

  async run(actor: Actor, row: IntegrationRow, message: string): Promise<IntegrationTrial> {
    if (row.kind === 'echo') return { ok: true, latencyMs: 0, answer: message };
    return row.kind === 'model' ? this.tryModel(actor, row) : this.tryWebhook(row, message);
  }

  private async tryWebhook(row: IntegrationRow, message: string): Promise<IntegrationTrial> {
    const turn = { teamId: row.teamId, botId: row.botId, ...TRIAL };
    const messages = [{ role: 'user' as const, content: message }];
    const end = await this.calls.run(row, { isTrial: true }, async (signal) =>
      this.webhooks.post(callOf(readyOf(row, this.secrets), turn, { messages }), signal),
    );
    if (end.ok) return { ok: true, latencyMs: end.latencyMs, answer: end.answer.text };
    return { ok: false, latencyMs: end.latencyMs, error: end.error, statusCode: end.statusCode };
  }

  /** It is asked for two words; the message is for those who answer by themselves. */
  private async tryModel(actor: Actor, { modelId }: IntegrationRow): Promise<IntegrationTrial> {
    if (modelId === null) return { ok: false, latencyMs: 0, error: 'Its model is gone.', statusCode: null };
    const tried = await this.models.run(actor, modelId);
    if (tried.ok) return { ok: true, latencyMs: tried.latencyMs, answer: tried.answer ?? '' };
    const { message, providerMessage } = tried.error;
    return { ok: false, latencyMs: tried.latencyMs, error: providerMessage ?? message, statusCode: null };
  }
}

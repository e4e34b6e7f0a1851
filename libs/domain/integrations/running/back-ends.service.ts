import { Injectable } from '@nestjs/common';
import { LookupCache } from '#infra/caching';
import { Notices } from '#infra/notices';
import { AppError, Clock, SECOND_MS } from '#kernel';
import { type Headers, wholeHeaders } from '../input/request-headers';
import { IntegrationSecrets } from '../integration-secrets';
import { integrationsChanged } from '../integrations.notices';
import { type IntegrationRow, IntegrationsQueries } from '../integrations.queries';
import { Assignments } from './assignments.service';
import type { AnsweringBackEnd, BackEnd, BackEndMessages, TurnToAnswer } from './back-end.types';
import { BackEndFault } from './back-end-fault';
import { IntegrationCalls } from './integration-calls';
import { WebhookCalls } from './webhook-calls';
import { headersOf, payloadOf } from './webhook-payload';

/** Changes are told at once by notices; the time is for those that get lost. */
const LIMITS = { ttlMs: 5 * SECOND_MS, maxFound: 10_000, maxMissing: 1 };

export type ReadyIntegration = Omit<IntegrationRow, 'headers' | 'secrets'> & {
  /** As they are sent; why they cannot be, when their secrets do not open. */
  sent: Headers | AppError;
};

interface BotsIntegrations {
  teamId: string;
  /** Those that are switched on, oldest first. */
  integrations: readonly ReadyIntegration[];
}

/** Who answers the turns of bots. A bot without integrations costs a turn nothing. */
@Injectable()
export class BackEnds {
  private readonly cache: LookupCache<BotsIntegrations>;

  constructor(
    private readonly queries: IntegrationsQueries,
    private readonly secrets: IntegrationSecrets,
    private readonly assignments: Assignments,
    private readonly calls: IntegrationCalls,
    private readonly webhooks: WebhookCalls,
    notices: Notices,
    clock: Clock,
  ) {
    this.cache = new LookupCache(clock, LIMITS);
    notices.on(integrationsChanged, ({ botId }) => this.cache.forgetKey(botId));
    notices.onGap(() => this.cache.clear());
  }

  /**
   * In the order in which they are asked, each once: the one that was chosen for the conversation, then the fallbacks. Undefined
   * when none has a share of the bot's conversations: the bot answers by itself.
   */
  async of(turn: TurnToAnswer): Promise<readonly BackEnd[] | undefined> {
    const { teamId, botId } = turn;
    const known = await this.cache.get(botId, () => this.read(teamId, botId));
    if (known === undefined || known.integrations.length === 0 || known.teamId !== teamId) return undefined;
    const able = known.integrations.filter(({ kind }) => kind !== 'echo' || turn.arrival !== undefined);
    const candidates = able.filter(({ weight }) => weight > 0);
    if (candidates.length === 0) return undefined;
    const chosen = await this.assignments.of(turn, candidates);
    const fallbacks = able.filter(({ isFallback, id }) => isFallback && id !== chosen.id);
    return [chosen, ...fallbacks].map((one) => this.backEnd(one, turn));
  }

  private async read(teamId: string, botId: string): Promise<BotsIntegrations> {
    const rows = await this.queries.listEnabled(teamId, botId);
    return { teamId, integrations: rows.map((row) => readyOf(row, this.secrets)) };
  }

  private backEnd(integration: ReadyIntegration, turn: TurnToAnswer): BackEnd {
    const { id, name, kind, modelId, timeoutMs } = integration;
    if (kind === 'model') {
      return { id, name, kind, modelId, timeoutMs, note: (end) => this.calls.note(integration, end) };
    }
    const answer: AnsweringBackEnd['answer'] = (asked, signal) =>
      this.calls.run(integration, { signal }, async (limit) => this.ask(integration, turn, asked, limit));
    return { id, name, kind, answer };
  }

  private ask(integration: ReadyIntegration, turn: TurnToAnswer, asked: BackEndMessages, signal: AbortSignal) {
    if (integration.kind === 'echo') return { text: asked.messages.at(-1)?.content ?? '' };
    return this.webhooks.post(callOf(integration, turn, asked), signal);
  }
}

/** @throws BackEndFault when its secrets do not open any more */
export function callOf(
  { id, webhookUrl, sent, timeoutMs }: ReadyIntegration,
  turn: TurnToAnswer,
  asked: BackEndMessages,
) {
  if (sent instanceof AppError) throw new BackEndFault(sent.message);
  const headers = { ...sent, ...headersOf(turn.botId, id) };
  return { url: webhookUrl ?? '', headers, payload: payloadOf(turn, asked), timeoutMs };
}

export function readyOf({ headers, secrets, ...row }: IntegrationRow, sealed: IntegrationSecrets): ReadyIntegration {
  try {
    return { ...row, sent: wholeHeaders(headers, sealed.open(row.id, secrets)) };
  } catch (error) {
    if (error instanceof AppError) return { ...row, sent: error };
    throw error;
  }
}

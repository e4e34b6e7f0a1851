/** What the facts tell of integrations. */
import type { Score } from '#domain/chats';
import type { Fact, TeamFact } from '../../counting/facts';

type Rated = Extract<Fact, { kind: 'rated' }>;
type BotMessage = Extract<Fact, { kind: 'bot-message' }>;

/** A turn for which an integration was chosen. */
export interface GivenTurn {
  conversationId: string;
  atMs: number;
  chosenId: string;
  /** The chosen one did not answer it. */
  isUnanswered: boolean;
  /** Until the visitor had an answer, whoever gave it. */
  waitedMs: number;
  answer: IntegrationAnswer | undefined;
  failed: ReadonlyArray<{ id: string; wasCalled: boolean }>;
}

export interface IntegrationAnswer {
  id: string;
  isApology: boolean;
  latencyMs: number;
  inputTokens: number;
  outputTokens: number;
  costUsd: number | null;
}

export interface IntegrationRating {
  conversationId: string;
  atMs: number;
  integrationId: string;
  rating: Rated['rating'];
  score: Score | null;
}

export interface SeenIntegration {
  id: string;
  botId: string;
  teamId: string;
  /** Null where the event does not say it. */
  kind: string | null;
}

export function givenTurnOf(fact: Fact): GivenTurn | undefined {
  if (fact.kind !== 'bot-message' || !fact.reply) return undefined;
  const { integration, failedIntegrations: failed = [], latencyMs: waitedMs } = fact.reply;
  // The chosen one is called first.
  const chosenId = failed[0]?.id ?? integration?.id;
  if (chosenId === undefined) return undefined;
  return {
    conversationId: fact.conversationId,
    atMs: fact.at.getTime(),
    chosenId,
    isUnanswered: failed.length > 0,
    waitedMs,
    answer: answerOf(fact.reply),
    failed,
  };
}

function answerOf({ integration, ...reply }: NonNullable<BotMessage['reply']>): IntegrationAnswer | undefined {
  if (!integration) return undefined;
  const { inputTokens, outputTokens, costUsd } = reply;
  const { id, isApology, latencyMs } = integration;
  return { id, isApology, latencyMs, inputTokens, outputTokens, costUsd };
}

export function integrationRatingOf(fact: Fact): IntegrationRating | undefined {
  if (fact.kind !== 'rated' || !fact.integrationId) return undefined;
  const { conversationId, at, integrationId, rating, score } = fact;
  return { conversationId, atMs: at.getTime(), integrationId, rating, score };
}

/** Each integration once. */
export function seenIntegrations(facts: readonly TeamFact[]): SeenIntegration[] {
  const seen = new Map<string, SeenIntegration>();
  for (const { teamId, fact } of facts) {
    for (const { id, kind } of namedIn(fact)) {
      seen.set(id, { id, botId: fact.botId, teamId, kind: kind ?? seen.get(id)?.kind ?? null });
    }
  }
  return [...seen.values()];
}

function namedIn(fact: Fact): Array<{ id: string; kind?: string }> {
  if (fact.kind === 'rated') return fact.integrationId ? [{ id: fact.integrationId }] : [];
  if (fact.kind !== 'bot-message' || !fact.reply) return [];
  const { integration, failedIntegrations = [] } = fact.reply;
  return [...failedIntegrations.map(({ id }) => ({ id })), ...(integration ? [integration] : [])];
}

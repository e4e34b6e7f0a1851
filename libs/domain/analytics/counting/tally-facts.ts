import { classOf, LATENCIES, LATENCY_FROM_MS } from './counters';
import type { Fact, ReplyFigures } from './facts';
import type { Tally } from './tally';

/** Adds what can be counted of each fact by itself. */
export function tallyFacts(tally: Tally, facts: readonly Fact[]): void {
  for (const fact of facts) {
    const { botId, at } = fact;
    const atMs = at.getTime();
    if (fact.kind === 'started') tally.add(botId, atMs, { conversations: 1 });
    if (fact.kind === 'escalated') tally.add(botId, atMs, { escalations: 1 });
    if (fact.kind === 'resolved') tally.add(botId, atMs, { resolutions: 1 });
    if (fact.kind === 'user-message') tally.add(botId, atMs, { user_messages: 1 });
    if (fact.kind === 'agent-message') tally.add(botId, atMs, { agent_messages: 1 });
    if (fact.kind === 'rated') {
      tally.add(botId, atMs, { [`${fact.rating}_ratings`]: 1 });
      if (fact.score !== null) tally.add(botId, atMs, { scores: 1, score_sum: fact.score });
    }
    if (fact.kind === 'bot-message') {
      tally.add(botId, atMs, { bot_messages: 1 });
      if (fact.reply) tallyReply(tally, botId, atMs, fact.reply);
    }
  }
}

function tallyReply(tally: Tally, botId: string, atMs: number, reply: ReplyFigures): void {
  const usage = usageOf(reply);
  tally.add(botId, atMs, {
    ...usage,
    no_context_replies: reply.isGrounded || reply.isSmallTalk ? 0 : 1,
    latency_ms: Math.round(reply.latencyMs),
    [LATENCIES[classOf(reply.latencyMs, LATENCY_FROM_MS)]!]: 1,
    confidence_millionths: Math.round(reply.confidence * 1e6),
  });
  if (reply.model !== null) tally.addModel(botId, atMs, { model: reply.model, model_id: reply.modelId }, usage);
  if (reply.intent === null) return;
  tally.add(botId, atMs, reply.inScope ? { known_intents: 1 } : { unknown_intents: 1 });
  if (reply.inScope) tally.addIntent(botId, atMs, reply.intent);
}

function usageOf({ inputTokens, outputTokens, costUsd }: ReplyFigures) {
  return {
    replies: 1,
    // Whoever needs no model costs nothing.
    unpriced_replies: costUsd === null && inputTokens + outputTokens > 0 ? 1 : 0,
    input_tokens: Math.round(inputTokens),
    output_tokens: Math.round(outputTokens),
    cost_nano_usd: Math.round((costUsd ?? 0) * 1e9),
  };
}

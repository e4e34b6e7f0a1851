import { LATENCIES } from '../counting/counters';
import type { ModelSums } from './figures.queries';
import type {
  IntentFigures,
  MessageFigures,
  ModelUsage,
  QualityFigures,
  SessionFigures,
  UsageFigures,
} from './figures.types';
import { latencyAt } from './percentiles';
import type { Sums } from './sums';

/** What is told of sums: a function, and the counters that it looks at. */
export interface Telling<Figures> {
  counters: readonly string[];
  of(sums: Sums): Figures;
}

export const messages: Telling<MessageFigures> = {
  counters: ['user_messages', 'bot_messages', 'agent_messages'],
  of: ({ user_messages: userMessages = 0, bot_messages: botMessages = 0, agent_messages: agentMessages = 0 }) => ({
    total: userMessages + botMessages + agentMessages,
    userMessages,
    botMessages,
    agentMessages,
  }),
};

export const sessions: Telling<SessionFigures> = {
  counters: ['sittings', 'sitting_ms', 'sitting_messages', 'conversations'],
  of: ({ sittings = 0, sitting_ms = 0, sitting_messages = 0, conversations = 0 }) => ({
    total: sittings,
    conversations,
    averageDuration: round((ratio(sitting_ms, sittings) ?? 0) / 1_000, 3),
    averageMessages: round(ratio(sitting_messages, sittings) ?? 0, 3),
  }),
};

export const intents: Telling<IntentFigures> = {
  counters: ['known_intents', 'unknown_intents'],
  of: ({ known_intents = 0, unknown_intents = 0 }) => ({ total: known_intents, outOfScope: unknown_intents }),
};

export const usage: Telling<UsageFigures> = {
  counters: ['replies', 'input_tokens', 'output_tokens', 'cost_nano_usd', 'unpriced_replies'],
  of: ({ replies = 0, input_tokens = 0, output_tokens = 0, cost_nano_usd = 0, unpriced_replies = 0 }) => ({
    total: replies,
    inputTokens: input_tokens,
    outputTokens: output_tokens,
    costUsd: cost_nano_usd / 1e9,
    unpricedReplies: unpriced_replies,
  }),
};

export const quality: Telling<QualityFigures> = {
  counters: [
    'replies',
    'latency_ms',
    'confidence_millionths',
    'no_context_replies',
    'positive_ratings',
    'neutral_ratings',
    'negative_ratings',
    'scores',
    'score_sum',
    'escalations',
    'resolutions',
    'sittings',
    ...LATENCIES,
  ],
  of: (sums) => {
    const of = (name: string) => sums[name] ?? 0;
    const latencies = LATENCIES.map(of);
    const replies = of('replies');
    const confidence = ratio(of('confidence_millionths'), replies);
    const latency = ratio(of('latency_ms'), replies);
    return {
      total: replies,
      latencyP50Ms: latencyAt(latencies, 0.5),
      latencyP95Ms: latencyAt(latencies, 0.95),
      averageLatencyMs: latency === null ? null : round(latency, 1),
      averageConfidence: confidence === null ? null : round(confidence / 1e6, 4),
      noContext: of('no_context_replies'),
      noContextRate: round(ratio(of('no_context_replies'), replies) ?? 0, 4),
      positiveRatings: of('positive_ratings'),
      neutralRatings: of('neutral_ratings'),
      negativeRatings: of('negative_ratings'),
      averageScore: ratio(of('score_sum'), of('scores')),
      escalations: of('escalations'),
      escalationRate: round(ratio(of('escalations'), of('sittings')) ?? 0, 4),
      resolutions: of('resolutions'),
    };
  },
};

export function toModelUsage({ model, modelId, replies, costNanoUsd, ...rest }: ModelSums): ModelUsage {
  return { model, modelId, total: replies, costUsd: costNanoUsd / 1e9, ...rest };
}

export function percentageOf(count: number, total: number): number {
  return round(100 * (ratio(count, total) ?? 0), 2);
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

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
  of(sumOf: Sums): Figures;
}

export const messages: Telling<MessageFigures> = {
  counters: ['user_messages', 'bot_messages', 'agent_messages'],
  of: (sumOf) => {
    const [userMessages, botMessages, agentMessages] = [
      sumOf('user_messages'),
      sumOf('bot_messages'),
      sumOf('agent_messages'),
    ];
    return { total: userMessages + botMessages + agentMessages, userMessages, botMessages, agentMessages };
  },
};

export const sessions: Telling<SessionFigures> = {
  counters: ['sittings', 'sitting_ms', 'sitting_messages', 'conversations'],
  of: (sumOf) => {
    const total = sumOf('sittings');
    return {
      total,
      conversations: sumOf('conversations'),
      averageDuration: round((ratio(sumOf('sitting_ms'), total) ?? 0) / 1_000, 3),
      averageMessages: round(ratio(sumOf('sitting_messages'), total) ?? 0, 3),
    };
  },
};

export const intents: Telling<IntentFigures> = {
  counters: ['known_intents', 'unknown_intents'],
  of: (sumOf) => ({ total: sumOf('known_intents'), outOfScope: sumOf('unknown_intents') }),
};

export const usage: Telling<UsageFigures> = {
  counters: ['replies', 'input_tokens', 'output_tokens', 'cost_nano_usd', 'unpriced_replies'],
  of: (sumOf) => ({
    total: sumOf('replies'),
    inputTokens: sumOf('input_tokens'),
    outputTokens: sumOf('output_tokens'),
    costUsd: sumOf('cost_nano_usd') / 1e9,
    unpricedReplies: sumOf('unpriced_replies'),
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
  of: (sumOf) => {
    const latencies = LATENCIES.map(sumOf);
    const replies = sumOf('replies');
    const confidence = ratio(sumOf('confidence_millionths'), replies);
    const latency = ratio(sumOf('latency_ms'), replies);
    return {
      total: replies,
      latencyP50Ms: latencyAt(latencies, 0.5),
      latencyP95Ms: latencyAt(latencies, 0.95),
      averageLatencyMs: latency === null ? null : round(latency, 1),
      averageConfidence: confidence === null ? null : round(confidence / 1e6, 4),
      noContext: sumOf('no_context_replies'),
      noContextRate: round(ratio(sumOf('no_context_replies'), replies) ?? 0, 4),
      positiveRatings: sumOf('positive_ratings'),
      neutralRatings: sumOf('neutral_ratings'),
      negativeRatings: sumOf('negative_ratings'),
      averageScore: ratio(sumOf('score_sum'), sumOf('scores')),
      escalations: sumOf('escalations'),
      escalationRate: round(ratio(sumOf('escalations'), sumOf('sittings')) ?? 0, 4),
      resolutions: sumOf('resolutions'),
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

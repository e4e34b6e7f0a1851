import type { AbReport, IntegrationFigures } from '#domain/analytics';
import { toReport } from './report.mapper';

const KEY = '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b';
const ID = `int_${KEY.replaceAll('-', '')}`;
const AT = new Date(0);
const TIME = '1970-01-01T00:00:00.000Z';
const SHARE = { count: 1, total: 4, share: 0.25, interval: { low: 0.05, high: 0.7 } };

const FIGURES: IntegrationFigures = {
  integrationId: KEY,
  name: 'A',
  kind: 'webhook',
  isDeleted: false,
  isEnabled: true,
  isFallback: false,
  weight: 3,
  weightShare: 0.75,
  conversations: 4,
  conversationShare: 0.8,
  turns: 9,
  calls: 10,
  failures: 1,
  failureRate: 0.1,
  skips: 0,
  apologies: 1,
  latency: { meanMs: 12, p50Ms: 10, p95Ms: 40 },
  ratings: { positive: 1, neutral: 0, negative: 0, averageScore: 5 },
  usage: { inputTokens: 7, outputTokens: 8, costUsd: 0.01, unpricedTurns: 2 },
  outcomes: { failed: SHARE, pleased: SHARE, waiting: { geometricMeanMs: 11, interval: null } },
};

const REPORT: AbReport = {
  botId: KEY,
  from: AT,
  to: null,
  integrations: [FIGURES],
  controlId: KEY,
  comparisons: [
    {
      metric: 'failures',
      integrationId: KEY,
      controlId: KEY,
      verdict: 'better',
      betterIntegrationId: KEY,
      conversations: 100,
      controlConversations: 300,
      value: 0.1,
      controlValue: 0.4,
      change: { kind: 'difference', value: -0.3, low: -0.5, high: -0.1 },
      pValue: 0.001,
      adjustedPValue: 0.002,
    },
  ],
  verdict: {
    verdict: 'better',
    metric: 'failures',
    integrationId: KEY,
    thanIntegrationId: null,
    pValue: 0.001,
    adjustedPValue: 0.002,
  },
  level: 0.05,
  leastConversations: 100,
  generatedAt: AT,
};

test('a report is told in the ids and names of this dialect', () => {
  expect(toReport(REPORT)).toEqual({
    bot_id: ID.replace('int', 'bot'),
    from: TIME,
    to: null,
    integrations: [
      {
        integration_id: ID,
        name: 'A',
        type: 'webhook',
        deleted: false,
        enabled: true,
        fallback: false,
        weight: 3,
        weight_share: 0.75,
        conversations: 4,
        conversation_share: 0.8,
        turns: 9,
        calls: 10,
        failures: 1,
        failure_rate: 0.1,
        skips: 0,
        apologies: 1,
        latency: { mean_ms: 12, p50_ms: 10, p95_ms: 40 },
        ratings: { positive: 1, neutral: 0, negative: 0, average_score: 5 },
        usage: { input_tokens: 7, output_tokens: 8, cost_usd: 0.01, unpriced_turns: 2 },
        outcomes: { failed: SHARE, pleased: SHARE, waiting: { geometric_mean_ms: 11, interval: null } },
      },
    ],
    control_id: ID,
    comparisons: [
      {
        metric: 'failures',
        integration_id: ID,
        control_id: ID,
        verdict: 'better',
        better_integration_id: ID,
        conversations: 100,
        control_conversations: 300,
        value: 0.1,
        control_value: 0.4,
        change: { kind: 'difference', value: -0.3, low: -0.5, high: -0.1 },
        p_value: 0.001,
        adjusted_p_value: 0.002,
      },
    ],
    verdict: {
      verdict: 'better',
      metric: 'failures',
      integration_id: ID,
      than_integration_id: null,
      p_value: 0.001,
      adjusted_p_value: 0.002,
    },
    level: 0.05,
    least_conversations: 100,
    generated_at: TIME,
  });
});

import type {
  AbReport,
  ConversationOutcomes,
  IntegrationComparison,
  ReportVerdict,
  IntegrationFigures as StoredFigures,
} from '#domain/analytics';
import { idOrNull, MANAGER_IDS } from './manager.ids';
import type { Comparison, IntegrationFigures, Outcomes, Report, Verdict } from './report.dto';

const integrationId = (key: string) => MANAGER_IDS.encode('integration', key);

export function toReport(report: AbReport): Report {
  return {
    bot_id: MANAGER_IDS.encode('bot', report.botId),
    from: report.from?.toISOString() ?? null,
    to: report.to?.toISOString() ?? null,
    integrations: report.integrations.map(toFigures),
    control_id: idOrNull('integration', report.controlId),
    comparisons: report.comparisons.map(toComparison),
    verdict: toVerdict(report.verdict),
    level: report.level,
    least_conversations: report.leastConversations,
    generated_at: report.generatedAt.toISOString(),
  };
}

function toFigures({ latency, ratings, usage, outcomes, ...figures }: StoredFigures): IntegrationFigures {
  return {
    integration_id: integrationId(figures.integrationId),
    name: figures.name,
    type: figures.kind,
    deleted: figures.isDeleted,
    enabled: figures.isEnabled,
    fallback: figures.isFallback,
    weight: figures.weight,
    weight_share: figures.weightShare,
    conversations: figures.conversations,
    conversation_share: figures.conversationShare,
    turns: figures.turns,
    calls: figures.calls,
    failures: figures.failures,
    failure_rate: figures.failureRate,
    skips: figures.skips,
    apologies: figures.apologies,
    latency: { mean_ms: latency.meanMs, p50_ms: latency.p50Ms, p95_ms: latency.p95Ms },
    ratings: {
      positive: ratings.positive,
      neutral: ratings.neutral,
      negative: ratings.negative,
      average_score: ratings.averageScore,
    },
    usage: {
      input_tokens: usage.inputTokens,
      output_tokens: usage.outputTokens,
      cost_usd: usage.costUsd,
      unpriced_turns: usage.unpricedTurns,
    },
    outcomes: toOutcomes(outcomes),
  };
}

function toOutcomes({ failed, pleased, waiting }: ConversationOutcomes): Outcomes {
  return {
    failed: { ...failed },
    pleased: { ...pleased },
    waiting: { geometric_mean_ms: waiting.geometricMeanMs, interval: waiting.interval },
  };
}

function toComparison(compared: IntegrationComparison): Comparison {
  return {
    metric: compared.metric,
    integration_id: integrationId(compared.integrationId),
    control_id: integrationId(compared.controlId),
    verdict: compared.verdict,
    better_integration_id: idOrNull('integration', compared.betterIntegrationId),
    conversations: compared.conversations,
    control_conversations: compared.controlConversations,
    value: compared.value,
    control_value: compared.controlValue,
    change: compared.change,
    p_value: compared.pValue,
    adjusted_p_value: compared.adjustedPValue,
  };
}

function toVerdict(told: ReportVerdict): Verdict {
  return {
    verdict: told.verdict,
    metric: told.metric,
    integration_id: idOrNull('integration', told.integrationId),
    than_integration_id: idOrNull('integration', told.thanIntegrationId),
    p_value: told.pValue,
    adjusted_p_value: told.adjustedPValue,
  };
}

import type * as insights from '../insights/insights.types';
import type { Insight, InsightRecommendation, InsightReport, SuggestedRequest } from './insights.dto';

export function toInsightReport(report: insights.Insights): InsightReport {
  const { botId, period, timeZone, from, to, previousFrom, turnsRead, isSampled, generatedAt } = report;
  return {
    chatbotId: botId,
    period,
    timezone: timeZone,
    from: from.toISOString(),
    to: to.toISOString(),
    previousFrom: previousFrom?.toISOString() ?? null,
    turnsRead,
    isSampled,
    performanceInsights: report.performance.map(toInsight),
    userInsights: report.users.map(toInsight),
    contentInsights: report.content.map(toInsight),
    recommendations: report.recommendations.map(toRecommendation),
    generatedAt: generatedAt.toISOString(),
  };
}

function toInsight({ id, kind, title, text, ...insight }: insights.Insight): Insight {
  return { id, kind, title, text, metric: id, ...insight };
}

function toRecommendation({ action, alternatives, ...recommendation }: insights.Recommendation): InsightRecommendation {
  return { ...recommendation, action: toRequest(action), alternatives: alternatives.map(toRequest) };
}

function toRequest({ fill, ...action }: insights.SuggestedAction): SuggestedRequest {
  return { ...action, fill: [...fill] };
}

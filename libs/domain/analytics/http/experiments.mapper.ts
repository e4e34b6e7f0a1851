import type { AbReport } from '../experiments/experiments.types';
import type { IntegrationReport } from './experiments.dto';

export function toIntegrationReport({ botId, from, to, integrations, comparisons, generatedAt, ...report }: AbReport) {
  return {
    chatbotId: botId,
    from: from?.toISOString() ?? null,
    to: to?.toISOString() ?? null,
    integrations: [...integrations],
    ...report,
    comparisons: [...comparisons],
    generatedAt: generatedAt.toISOString(),
  } satisfies IntegrationReport;
}

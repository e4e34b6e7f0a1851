import type { Integration, IntegrationHealth, IntegrationTrial } from '../integrations.types';
import type { ChatbotIntegration, ChatbotIntegrationHealth, IntegrationTrialOutcome } from './integrations.dto';

export function toChatbotIntegration(integration: Integration): ChatbotIntegration {
  const { id, botId, name, kind, webhookUrl, headers, modelId, timeoutMs, weight } = integration;
  const { isFallback, isEnabled, createdAt, updatedAt } = integration;
  return {
    ...{ id, chatbotId: botId, name, kind, webhookUrl, headers: { ...headers }, modelId, timeoutMs, weight },
    ...{ isFallback, isEnabled, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() },
  };
}

export function toIntegrationHealth(health: IntegrationHealth): ChatbotIntegrationHealth {
  const { pausedUntil, lastCalledAt } = health;
  return {
    ...health,
    pausedUntil: pausedUntil?.toISOString() ?? null,
    lastCalledAt: lastCalledAt?.toISOString() ?? null,
  };
}

export function toTrialOutcome(trial: IntegrationTrial): IntegrationTrialOutcome {
  return trial.ok ? { ...trial, error: null, statusCode: null } : { ...trial, answer: null };
}

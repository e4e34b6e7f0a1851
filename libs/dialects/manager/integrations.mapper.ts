import type {
  IntegrationInput,
  Integration as StoredIntegration,
  UpdatedIntegration as StoredUpdate,
  IntegrationHealth as Watched,
} from '#domain/integrations';
import { SECOND_MS } from '#kernel';
import type {
  CreateIntegration,
  Integration,
  IntegrationHealth,
  UpdatedIntegration,
  UpdateIntegration,
} from './integrations.dto';
import { MANAGER_IDS } from './manager.ids';

export function toIntegration(stored: StoredIntegration): Integration {
  return {
    id: MANAGER_IDS.encode('integration', stored.id),
    bot_id: MANAGER_IDS.encode('bot', stored.botId),
    name: stored.name,
    type: stored.kind,
    webhook_url: stored.webhookUrl,
    headers: { ...stored.headers },
    model_id: stored.modelId,
    timeout: stored.timeoutMs / SECOND_MS,
    weight: stored.weight,
    fallback: stored.isFallback,
    enabled: stored.isEnabled,
    created_at: stored.createdAt.toISOString(),
    updated_at: stored.updatedAt.toISOString(),
  };
}

export function toUpdatedIntegration(updated: StoredUpdate): UpdatedIntegration {
  return { ...toIntegration(updated), secrets_dropped: updated.droppedSecrets };
}

export function toNewIntegration(given: CreateIntegration): IntegrationInput {
  return { ...toIntegrationPatch(given), kind: 'webhook' };
}

export function toIntegrationPatch(given: UpdateIntegration): IntegrationInput {
  const { name, webhook_url, headers, timeout, weight, fallback, enabled } = given;
  return {
    ...(name === undefined ? {} : { name }),
    ...(webhook_url === undefined ? {} : { webhookUrl: webhook_url }),
    ...(headers === undefined ? {} : { headers }),
    ...(timeout === undefined ? {} : { timeoutMs: timeout * SECOND_MS }),
    ...(weight === undefined ? {} : { weight }),
    ...(fallback === undefined ? {} : { isFallback: fallback }),
    ...(enabled === undefined ? {} : { isEnabled: enabled }),
  };
}

export function toIntegrationHealth(watched: Watched): IntegrationHealth {
  return {
    integration_id: MANAGER_IDS.encode('integration', watched.integrationId),
    state: watched.state,
    circuit: watched.circuit,
    paused_until: watched.pausedUntil?.toISOString() ?? null,
    calls: watched.calls,
    failures: watched.failures,
    last_called_at: watched.lastCalledAt?.toISOString() ?? null,
    last_latency_ms: watched.lastLatencyMs,
    last_error: watched.lastError,
  };
}

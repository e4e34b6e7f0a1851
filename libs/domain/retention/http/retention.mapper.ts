import type { RetentionPatch, TeamRetention } from '../retention.types';
import type { RetentionSettings, UpdateRetention } from './retention.dto';

export function toRetention({ days, installationDays, updatedAt }: TeamRetention): RetentionSettings {
  return {
    conversationsDays: days.conversations,
    endUsersDays: days.endUsers,
    learningDays: days.learning,
    analyticsDays: days.analytics,
    webhookDeliveriesDays: days.webhookDeliveries,
    agentExecutionsDays: days.agentExecutions,
    auditLogDays: days.auditLog,
    installation: {
      webhookDeliveriesDays: installationDays.webhookDeliveries ?? null,
      auditLogDays: installationDays.auditLog ?? null,
    },
    updatedAt: updatedAt?.toISOString() ?? null,
  };
}

/** Absent stays, null clears. */
export function toPatch(body: UpdateRetention): RetentionPatch {
  const given = {
    conversations: body.conversationsDays,
    endUsers: body.endUsersDays,
    learning: body.learningDays,
    analytics: body.analyticsDays,
    webhookDeliveries: body.webhookDeliveriesDays,
    agentExecutions: body.agentExecutionsDays,
    auditLog: body.auditLogDays,
  };
  return Object.fromEntries(Object.entries(given).filter(([, days]) => days !== undefined));
}

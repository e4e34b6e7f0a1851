import { DateField, IntegerField, NestedField } from '#infra/http';
import { RETENTION_LIMITS } from '../retention.types';

const DAYS = { min: RETENTION_LIMITS.minDays, max: RETENTION_LIMITS.maxDays, nullable: true };
const CHOICE = { ...DAYS, optional: true, example: 90 };

export class UpdateRetention {
  @IntegerField(
    'Conversations, after their last message: with all messages, ratings, escalations and completions, and what messengers brought and were sent. Figures stay.',
    CHOICE,
  )
  conversationsDays?: number | null;

  @IntegerField('Context, entities and topics of end users, since they last changed or were mentioned.', CHOICE)
  endUsersDays?: number | null;

  @IntegerField('Words of end users beside the lessons that were found in them.', CHOICE)
  learningDays?: number | null;

  @IntegerField('Figures, and which users came when.', CHOICE)
  analyticsDays?: number | null;

  @IntegerField('The log of webhook deliveries, and what can be replayed.', CHOICE)
  webhookDeliveriesDays?: number | null;

  @IntegerField('Executions of agent loops, with their steps, since they ended.', CHOICE)
  agentExecutionsDays?: number | null;

  @IntegerField('Entries of the audit log.', CHOICE)
  auditLogDays?: number | null;
}

const MOST = { ...DAYS, example: 30 };

export class InstallationRetention {
  @IntegerField('Of the log of webhook deliveries; null when nothing bounds it.', MOST)
  webhookDeliveriesDays: number | null;

  @IntegerField('Of the audit log; null when nothing bounds it.', MOST)
  auditLogDays: number | null;
}

const KEPT = { ...DAYS, example: 90 };

export class RetentionSettings {
  @IntegerField('Conversations, after their last message; null for ever.', KEPT)
  conversationsDays: number | null;

  @IntegerField('What is known of end users; null for ever.', KEPT)
  endUsersDays: number | null;

  @IntegerField('Words of end users beside lessons; null for ever.', KEPT)
  learningDays: number | null;

  @IntegerField('Figures; null for ever.', KEPT)
  analyticsDays: number | null;

  @IntegerField('The log of webhook deliveries; null for as long as the installation keeps it.', KEPT)
  webhookDeliveriesDays: number | null;

  @IntegerField('Executions of agent loops; null for ever.', KEPT)
  agentExecutionsDays: number | null;

  @IntegerField('Entries of the audit log; null for as long as the installation keeps them.', KEPT)
  auditLogDays: number | null;

  @NestedField(
    'Days after which the installation removes it anyway, whatever the team says.',
    () => InstallationRetention,
  )
  installation: InstallationRetention;

  @DateField('When they were last changed; null when never.', { nullable: true })
  updatedAt: string | null;
}

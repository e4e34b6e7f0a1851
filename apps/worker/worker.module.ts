import { Module } from '@nestjs/common';
import { AgentsJobsModule } from '#domain/agents/jobs';
import { AnalyticsJobsModule } from '#domain/analytics/jobs';
import { AuditJobsModule } from '#domain/audit/jobs';
import { BotFilesJobsModule } from '#domain/bot-files/jobs';
import { BudgetsJobsModule } from '#domain/budgets/jobs';
import { ChannelsJobsModule } from '#domain/channels/jobs';
import { ChatsJobsModule } from '#domain/chats/jobs';
import { ContextJobsModule } from '#domain/context/jobs';
import { DocumentsJobsModule } from '#domain/documents/jobs';
import { IdentityJobsModule } from '#domain/identity/jobs';
import { KnowledgeJobsModule } from '#domain/knowledge/jobs';
import { LearningJobsModule } from '#domain/learning/jobs';
import { QuestionsJobsModule } from '#domain/questions/jobs';
import { RetentionJobsModule } from '#domain/retention/jobs';
import { TeamDataJobsModule } from '#domain/team-data/jobs';
import { TrainingJobsModule } from '#domain/training/jobs';
import { TransfersJobsModule } from '#domain/transfers/jobs';
import { WebhooksJobsModule } from '#domain/webhooks/jobs';
import { DeadlinesJobsModule } from '#infra/deadlines';
import { EventsJobsModule } from '#infra/events';
import { IdempotencyJobsModule } from '#infra/idempotency';
import { WorkerRunnerModule } from '#infra/queue';

/** Every job of Parley and what runs them: a part of the api, or a process of its own. */
@Module({
  imports: [
    AuditJobsModule,
    IdentityJobsModule,
    BudgetsJobsModule,
    KnowledgeJobsModule,
    DocumentsJobsModule,
    QuestionsJobsModule,
    ChatsJobsModule,
    ChannelsJobsModule,
    TrainingJobsModule,
    TransfersJobsModule,
    TeamDataJobsModule,
    RetentionJobsModule,
    ContextJobsModule,
    LearningJobsModule,
    AnalyticsJobsModule,
    AgentsJobsModule,
    WebhooksJobsModule,
    BotFilesJobsModule,
    DeadlinesJobsModule,
    EventsJobsModule,
    IdempotencyJobsModule,
    WorkerRunnerModule,
  ],
})
export class WorkerModule {}

import { type DynamicModule, Global, Module, type Type } from '@nestjs/common';
import { DIALECTS } from '#dialects';
import { AgentsHttpModule } from '#domain/agents/http';
import { AnalyticsHttpModule } from '#domain/analytics/http';
import { ArtifactsHttpModule } from '#domain/artifacts/http';
import { AuditHttpModule } from '#domain/audit/http';
import { BotFilesHttpModule } from '#domain/bot-files/http';
import { BotsHttpModule } from '#domain/bots/http';
import { BudgetHeaders, BudgetsHttpModule } from '#domain/budgets/http';
import { ChannelsHttpModule } from '#domain/channels/http';
import { ChatsHttpModule } from '#domain/chats/http';
import { ContextHttpModule } from '#domain/context/http';
import { DocumentsHttpModule } from '#domain/documents/http';
import { IdentityActorResolver, IdentityModule } from '#domain/identity';
import { IdentityHttpModule } from '#domain/identity/http';
import { IntegrationsHttpModule } from '#domain/integrations/http';
import { LearningHttpModule } from '#domain/learning/http';
import { ModelsHttpModule } from '#domain/models/http';
import { PluginsHttpModule } from '#domain/plugins/http';
import { QuestionsHttpModule } from '#domain/questions/http';
import { RetentionHttpModule } from '#domain/retention/http';
import { TeamDataHttpModule } from '#domain/team-data/http';
import { TrainingHttpModule } from '#domain/training/http';
import { TransfersHttpModule } from '#domain/transfers/http';
import { WebhooksHttpModule } from '#domain/webhooks/http';
import type { Config } from '#infra/config';
import { ActorResolver, DrainModule, HttpModule, SpendingGate } from '#infra/http';
import { IdempotencyModule } from '#infra/idempotency';
import { foundation } from '../foundation';
import { WorkerModule } from '../worker/worker.module';
import { DashboardModule } from './dashboard/dashboard.module';
import { DemoModule } from './demo/demo.module';
import { FirstStartModule } from './first-start';

/** What the main API serves, in the order of its documentation. */
export const MAIN_API_MODULES: Type[] = [
  IdentityHttpModule,
  AuditHttpModule,
  BudgetsHttpModule,
  TeamDataHttpModule,
  RetentionHttpModule,
  ModelsHttpModule,
  // Before the chatbots themselves: `imports` is no id of one.
  BotFilesHttpModule,
  BotsHttpModule,
  ChatsHttpModule,
  ChannelsHttpModule,
  DocumentsHttpModule,
  QuestionsHttpModule,
  TransfersHttpModule,
  ArtifactsHttpModule,
  PluginsHttpModule,
  IntegrationsHttpModule,
  TrainingHttpModule,
  ContextHttpModule,
  LearningHttpModule,
  AnalyticsHttpModule,
  AgentsHttpModule,
  WebhooksHttpModule,
];

@Global()
@Module({
  imports: [IdentityModule, BudgetsHttpModule],
  providers: [
    { provide: ActorResolver, useExisting: IdentityActorResolver },
    { provide: SpendingGate, useExisting: BudgetHeaders },
  ],
  exports: [ActorResolver, SpendingGate],
})
class ActorsModule {}

/** Everything that the api process mounts. */
@Module({})
export class ApiModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        DrainModule,
        ...foundation(config),
        ActorsModule,
        IdempotencyModule,
        HttpModule.forRoot(DIALECTS.map(({ dialect }) => dialect)),
        ...MAIN_API_MODULES,
        ...DIALECTS.flatMap(({ modules }) => modules),
        DashboardModule,
        DemoModule,
        FirstStartModule,
        ...(config.queue.workerInApi ? [WorkerModule] : []),
      ],
    };
  }
}

import { Module } from '@nestjs/common';
import { ChatsJobsModule } from '#domain/chats/jobs';
import { DocumentsJobsModule } from '#domain/documents/jobs';
import { IdentityJobsModule } from '#domain/identity/jobs';
import { KnowledgeJobsModule } from '#domain/knowledge/jobs';
import { WebhooksJobsModule } from '#domain/webhooks/jobs';
import { EventsJobsModule } from '#infra/events';
import { WorkerRunnerModule } from '#infra/queue';

/** Every job of Parley and what runs them: a part of the api, or a process of its own. */
@Module({
  imports: [
    IdentityJobsModule,
    KnowledgeJobsModule,
    DocumentsJobsModule,
    ChatsJobsModule,
    WebhooksJobsModule,
    EventsJobsModule,
    WorkerRunnerModule,
  ],
})
export class WorkerModule {}

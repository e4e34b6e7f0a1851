import { Module } from '@nestjs/common';
import { BotsModule, PersonalitiesModule } from '#domain/bots';
import { ChannelsModule } from '#domain/channels';
import { DocumentsModule } from '#domain/documents';
import { IntegrationsModule } from '#domain/integrations';
import { KnowledgeModule } from '#domain/knowledge';
import { PluginsModule } from '#domain/plugins';
import { QuestionsModule } from '#domain/questions';
import { TrainingModule } from '#domain/training';
import { BlobStoreModule } from '#providers/blob-store';
import { BotExports } from './exporting/bot-exports.service';
import { BotOutline } from './exporting/bot-outline.service';
import { BotAttachments } from './importing/bot-attachments.service';
import { BotImportRunning } from './importing/bot-import-running.service';
import { BotImportsQueries } from './importing/bot-imports.queries';
import { BotImports } from './importing/bot-imports.service';
import { BotWriting } from './importing/bot-writing.service';

@Module({
  imports: [
    BotsModule,
    PersonalitiesModule,
    KnowledgeModule,
    DocumentsModule,
    QuestionsModule,
    TrainingModule,
    PluginsModule,
    IntegrationsModule,
    ChannelsModule,
    BlobStoreModule,
  ],
  providers: [BotOutline, BotExports, BotImportsQueries, BotImports, BotWriting, BotAttachments, BotImportRunning],
  exports: [BotExports, BotImports, BotImportRunning],
})
export class BotFilesModule {}

import { Module } from '@nestjs/common';
import { KnowledgeModule } from '#domain/knowledge';
import { DocumentsModule } from '../documents.module';
import { WebSourcesModule } from '../web/web-sources.module';
import { ItemsController } from './items.controller';
import { KnowledgeBasesController } from './knowledge-bases.controller';
import { UploadsController } from './uploads.controller';
import { WebSourcesController } from './web-sources.controller';

@Module({
  imports: [KnowledgeModule, DocumentsModule, WebSourcesModule],
  controllers: [KnowledgeBasesController, ItemsController, UploadsController, WebSourcesController],
})
export class DocumentsHttpModule {}

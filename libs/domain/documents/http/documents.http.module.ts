import { Module } from '@nestjs/common';
import { KnowledgeModule } from '#domain/knowledge';
import { DocumentsModule } from '../documents.module';
import { ItemsController } from './items.controller';
import { KnowledgeBasesController } from './knowledge-bases.controller';
import { UploadsController } from './uploads.controller';

@Module({
  imports: [KnowledgeModule, DocumentsModule],
  controllers: [KnowledgeBasesController, ItemsController, UploadsController],
})
export class DocumentsHttpModule {}

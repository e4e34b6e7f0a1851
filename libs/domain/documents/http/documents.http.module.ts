import { Module } from '@nestjs/common';
import { KnowledgeModule } from '#domain/knowledge';
import { DocumentsModule } from '../documents.module';
import { ItemsController } from './items.controller';
import { KnowledgeBasesController } from './knowledge-bases.controller';

@Module({ imports: [KnowledgeModule, DocumentsModule], controllers: [KnowledgeBasesController, ItemsController] })
export class DocumentsHttpModule {}

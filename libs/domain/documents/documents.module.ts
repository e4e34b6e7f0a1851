import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { KnowledgeModule } from '#domain/knowledge';
import { BaseContents } from './base-contents.service';
import { DocumentEntity } from './document.entity';
import { DocumentSearch } from './document-search.service';
import { DocumentsQueries } from './documents.queries';
import { DocumentsService } from './documents.service';

@Module({
  imports: [KnowledgeModule, TypeOrmModule.forFeature([DocumentEntity])],
  providers: [DocumentsQueries, DocumentsService, BaseContents, DocumentSearch],
  exports: [DocumentsService, BaseContents, DocumentSearch],
})
export class DocumentsModule {}

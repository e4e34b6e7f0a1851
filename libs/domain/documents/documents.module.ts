import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BotsModule } from '#domain/bots';
import { KnowledgeModule } from '#domain/knowledge';
import { TextExtractionModule } from '#providers/text-extraction';
import { BaseContents } from './base-contents.service';
import { DocumentEntity } from './document.entity';
import { DocumentSearch } from './document-search.service';
import { DocumentsQueries } from './documents.queries';
import { DocumentsService } from './documents.service';
import { IndexingQueries } from './ingestion/indexing.queries';
import { DocumentIndexing } from './ingestion/indexing.service';
import { UploadsQueries } from './ingestion/uploads.queries';
import { DocumentUploads } from './ingestion/uploads.service';
import { NamedDocumentsQueries } from './named/named-documents.queries';
import { NamedDocuments } from './named/named-documents.service';

@Module({
  imports: [BotsModule, KnowledgeModule, TextExtractionModule, TypeOrmModule.forFeature([DocumentEntity])],
  providers: [
    DocumentsQueries,
    DocumentsService,
    BaseContents,
    DocumentSearch,
    UploadsQueries,
    DocumentUploads,
    IndexingQueries,
    DocumentIndexing,
    NamedDocumentsQueries,
    NamedDocuments,
  ],
  exports: [DocumentsService, BaseContents, DocumentSearch, DocumentUploads, DocumentIndexing, NamedDocuments],
})
export class DocumentsModule {}

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BotsModule } from '#domain/bots';
import { KnowledgeModule } from '#domain/knowledge';
import { BlobStoreModule } from '#providers/blob-store';
import { TextExtractionModule } from '#providers/text-extraction';
import { BaseContents } from './base-contents.service';
import { BulkItemsQueries } from './bulk-items.queries';
import { BulkItems } from './bulk-items.service';
import { DocumentEntity } from './document.entity';
import { DocumentSearch } from './document-search.service';
import { DocumentsQueries } from './documents.queries';
import { DocumentsService } from './documents.service';
import { FileContents } from './files/file-contents.service';
import { FileUploads } from './files/file-uploads.service';
import { FilesQueries } from './files/files.queries';
import { Files } from './files/files.service';
import { UnneededBlobsQueries } from './files/unneeded-blobs.queries';
import { UnneededBlobs } from './files/unneeded-blobs.service';
import { DocumentVersions } from './ingestion/document-versions.service';
import { DocumentsUnderWay } from './ingestion/documents-under-way.queries';
import { IndexingQueries } from './ingestion/indexing.queries';
import { DocumentIndexing } from './ingestion/indexing.service';
import { UploadsQueries } from './ingestion/uploads.queries';
import { DocumentUploads } from './ingestion/uploads.service';
import { VersionsQueries } from './ingestion/versions.queries';
import { NamedDocumentsQueries } from './named/named-documents.queries';
import { NamedDocuments } from './named/named-documents.service';
import { TeamDocumentsQueries } from './reading/team-documents.queries';
import { TeamDocuments } from './reading/team-documents.service';

@Module({
  imports: [
    BotsModule,
    KnowledgeModule,
    BlobStoreModule,
    TextExtractionModule,
    TypeOrmModule.forFeature([DocumentEntity]),
  ],
  providers: [
    DocumentsQueries,
    DocumentsService,
    BulkItemsQueries,
    BulkItems,
    BaseContents,
    DocumentSearch,
    UploadsQueries,
    VersionsQueries,
    DocumentVersions,
    DocumentUploads,
    IndexingQueries,
    DocumentIndexing,
    DocumentsUnderWay,
    NamedDocumentsQueries,
    NamedDocuments,
    UnneededBlobsQueries,
    UnneededBlobs,
    FilesQueries,
    FileContents,
    FileUploads,
    Files,
    TeamDocumentsQueries,
    TeamDocuments,
  ],
  exports: [
    DocumentsService,
    BulkItems,
    BaseContents,
    DocumentSearch,
    DocumentUploads,
    DocumentIndexing,
    DocumentsUnderWay,
    NamedDocuments,
    FileUploads,
    Files,
    TeamDocuments,
    UnneededBlobs,
  ],
})
export class DocumentsModule {}

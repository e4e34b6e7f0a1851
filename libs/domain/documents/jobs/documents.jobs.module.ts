import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents.module';
import { SweepWebSourcesHandler } from '../web/jobs/sweep-web-sources.handler';
import { SyncWebSourceHandler } from '../web/jobs/sync-web-source.handler';
import { WebSourcesModule } from '../web/web-sources.module';
import { IndexDocumentHandler } from './index-document.handler';
import { SweepBlobsHandler } from './sweep-blobs.handler';
import { SweepDocumentsHandler } from './sweep-documents.handler';

@Module({
  imports: [DocumentsModule, WebSourcesModule],
  providers: [
    IndexDocumentHandler,
    SweepDocumentsHandler,
    SweepBlobsHandler,
    SyncWebSourceHandler,
    SweepWebSourcesHandler,
  ],
})
export class DocumentsJobsModule {}

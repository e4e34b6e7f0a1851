import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents.module';
import { IndexDocumentHandler } from './index-document.handler';
import { SweepBlobsHandler } from './sweep-blobs.handler';
import { SweepDocumentsHandler } from './sweep-documents.handler';

@Module({ imports: [DocumentsModule], providers: [IndexDocumentHandler, SweepDocumentsHandler, SweepBlobsHandler] })
export class DocumentsJobsModule {}

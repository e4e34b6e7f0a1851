import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents.module';
import { IndexDocumentHandler } from './index-document.handler';
import { SweepDocumentsHandler } from './sweep-documents.handler';

@Module({ imports: [DocumentsModule], providers: [IndexDocumentHandler, SweepDocumentsHandler] })
export class DocumentsJobsModule {}

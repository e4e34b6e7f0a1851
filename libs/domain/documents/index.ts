export { BaseContents } from './base-contents.service';
export { DocumentSearch } from './document-search.service';
export * from './documents.events';
export * from './documents.module';
export { DocumentsService } from './documents.service';
export * from './documents.types';
export { DocumentIndexing } from './ingestion/indexing.service';
export { DocumentUploads } from './ingestion/uploads.service';
export * from './ingestion/uploads.types';

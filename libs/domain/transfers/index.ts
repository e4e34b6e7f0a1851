export { KnowledgeExports } from './exports/knowledge-exports.service';
export { failedImports } from './imports/failed-imports.queries';
export { type FileToImport, KnowledgeImports } from './imports/knowledge-imports.service';
export { transferErrors } from './transfers.errors';
export * from './transfers.module';
export * from './transfers.types';

import { Module } from '@nestjs/common';
import { DocumentsModule } from '#domain/documents';
import { KnowledgeModule } from '#domain/knowledge';
import { QuestionsModule } from '#domain/questions';
import { BlobStoreModule } from '#providers/blob-store';
import { ExportQueries } from './exports/export.queries';
import { KnowledgeExports } from './exports/knowledge-exports.service';
import { BatchWriting } from './imports/batch-writing.service';
import { EntriesQueries } from './imports/entries.queries';
import { ImportRunning } from './imports/import-running.service';
import { ImportSteps } from './imports/import-steps.service';
import { ImportSweeping } from './imports/import-sweeping.service';
import { ImportsQueries } from './imports/imports.queries';
import { KnowledgeImports } from './imports/knowledge-imports.service';
import { RunningQueries } from './imports/running.queries';

@Module({
  imports: [KnowledgeModule, DocumentsModule, QuestionsModule, BlobStoreModule],
  providers: [
    ImportsQueries,
    KnowledgeImports,
    EntriesQueries,
    BatchWriting,
    RunningQueries,
    ImportSteps,
    ImportRunning,
    ImportSweeping,
    ExportQueries,
    KnowledgeExports,
  ],
  exports: [KnowledgeImports, ImportRunning, ImportSweeping, KnowledgeExports],
})
export class TransfersModule {}

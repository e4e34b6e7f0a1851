import { Module } from '@nestjs/common';
import { AuditModule } from '#domain/audit';
import { DocumentsModule } from '#domain/documents';
import { BlobStoreModule } from '#providers/blob-store';
import { CatalogQueries } from './catalog/catalog.queries';
import { OwnedRowsQueries } from './catalog/owned-rows.queries';
import { OwnedRows } from './catalog/owned-rows.service';
import { TeamCatalog } from './catalog/team-catalog.service';
import { ArchiveContents } from './exports/archive-content.service';
import { ExportRunning } from './exports/export-running.service';
import { ExportSweeping } from './exports/export-sweeping.service';
import { ExportsQueries } from './exports/exports.queries';
import { RunningQueries } from './exports/running.queries';
import { TeamExports } from './exports/team-exports.service';

@Module({
  imports: [AuditModule, DocumentsModule, BlobStoreModule],
  providers: [
    CatalogQueries,
    OwnedRowsQueries,
    OwnedRows,
    TeamCatalog,
    ArchiveContents,
    ExportsQueries,
    RunningQueries,
    TeamExports,
    ExportRunning,
    ExportSweeping,
  ],
  exports: [TeamCatalog, TeamExports, ExportRunning, ExportSweeping],
})
export class TeamDataModule {}

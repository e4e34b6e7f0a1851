import type { TeamContents as Counted, TeamExport as StoredExport } from '../team-data.types';
import type { TeamContents, TeamExport } from './team-data.dto';

export function toExport(one: StoredExport): TeamExport {
  const { id, status, stage, progress, archiveBytes, rowCount, fileCount, error } = one;
  return {
    id,
    status,
    stage,
    percent: progress,
    sizeBytes: archiveBytes,
    rows: rowCount,
    files: fileCount,
    error: error?.message ?? null,
    startedAt: one.startedAt?.toISOString() ?? null,
    completedAt: one.completedAt?.toISOString() ?? null,
    expiresAt: one.expiresAt?.toISOString() ?? null,
    createdAt: one.createdAt.toISOString(),
  };
}

export function toContents({ rows, files }: Counted): TeamContents {
  return { tables: Object.entries(rows).map(([table, count]) => ({ table, rows: count })), files: files.count };
}

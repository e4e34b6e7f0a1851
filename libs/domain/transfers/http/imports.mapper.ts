import type { KnowledgeImport as StoredImport } from '../transfers.types';
import type { KnowledgeImport } from './imports.dto';

export function toImport(one: StoredImport): KnowledgeImport {
  const { id, baseId, mode, onError, format, fileName, fileBytes, status, stage, progress, rowCount } = one;
  const { counts, rowErrors, notice, error, startedAt, completedAt, createdAt } = one;
  return {
    id,
    knowledgeBaseId: baseId,
    mode,
    onError,
    format,
    fileName,
    sizeBytes: fileBytes,
    status,
    stage,
    percent: progress,
    rows: rowCount,
    counts: { ...counts },
    errors: rowErrors,
    notice,
    error: error?.message ?? null,
    startedAt: startedAt?.toISOString() ?? null,
    completedAt: completedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}

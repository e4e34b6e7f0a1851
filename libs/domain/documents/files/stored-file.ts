import type { TextExtractors } from '#providers/text-extraction';
import { documentErrors } from '../documents.errors';
import { mediaTypeOf } from './file-formats';
import type { FileRow } from './files.queries';
import type { StoredFile } from './files.types';

export function storedFile(row: FileRow, extractors: TextExtractors): StoredFile {
  const { teamId: _, kind: __, blobKey: ___, updatedAt, uploadState, error: failure, ...file } = row;
  const name = row.name ?? row.title;
  const error = uploadState === 'cancelled' ? cancelled() : failure;
  const isFound = row.state === 'completed';
  return {
    ...file,
    name,
    mediaType: mediaTypeOf(extractors, row.format, name),
    error: isFound ? null : error,
    replacementError: isFound ? error : null,
    processedAt: row.state === 'processing' ? null : updatedAt,
  };
}

function cancelled() {
  const { code, message } = documentErrors.indexing_cancelled();
  return { code, message };
}

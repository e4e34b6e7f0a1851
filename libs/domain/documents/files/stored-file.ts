import type { TextExtractors } from '#providers/text-extraction';
import { documentErrors } from '../documents.errors';
import { mediaTypeOf } from './file-formats';
import type { FileRow } from './files.queries';
import type { FileState, StoredFile } from './files.types';

export function storedFile(row: FileRow, extractors: TextExtractors): StoredFile {
  const { teamId: _, kind: __, blobKey: ___, updatedAt, state: uploadState, ...file } = row;
  const name = row.name ?? row.title;
  const state = stateOf(row);
  return {
    ...file,
    name,
    state,
    mediaType: mediaTypeOf(extractors, row.format, name),
    error: uploadState === 'cancelled' ? cancelled() : row.error,
    processedAt: state === 'processing' ? null : updatedAt,
  };
}

function stateOf({ state }: FileRow): FileState {
  if (state === 'queued' || state === 'running') return 'processing';
  return state === 'ready' ? 'completed' : 'failed';
}

function cancelled() {
  const { code, message } = documentErrors.indexing_cancelled();
  return { code, message };
}

import type { FileDetails, StoredFile } from '#domain/documents';
import type { UploadedForm } from '#infra/http';
import { ASSISTANT_IDS } from './assistant.ids';
import type { FileInfo, FileNotes, FileStatus } from './files.dto';

/** @param baseUrl of this server; empty when nobody has told it */
export function toFile(file: StoredFile, baseUrl: string): FileInfo {
  const id = ASSISTANT_IDS.encode('file', file.id);
  return {
    id,
    filename: file.name,
    size: file.sizeBytes,
    type: file.mediaType,
    status: file.state,
    upload_url: `${baseUrl}/api/files/${id}/content`,
    description: file.description,
    tags: file.tags,
    created_at: file.createdAt.toISOString(),
  };
}

export function toFileStatus({
  id,
  state,
  processedAt,
  passageCount,
  error,
  replacementError,
}: StoredFile): FileStatus {
  return {
    id: ASSISTANT_IDS.encode('file', id),
    status: state,
    processed_at: processedAt?.toISOString() ?? null,
    chunks_created: state === 'completed' ? passageCount : 0,
    error: error?.message ?? null,
    ...(replacementError ? { replacement_error: replacementError.message } : {}),
  };
}

export function toFileDetails({ description, tags = [] }: FileNotes): FileDetails {
  return { description: description?.trim() || null, tags };
}

/** With `tags` as a list, whichever way it was sent; some clients write the name of a repeated field with brackets. */
export function withReadTags({ tags, 'tags[]': listed, ...form }: UploadedForm): UploadedForm {
  const given = [tags, listed].flat().filter((one) => one !== undefined);
  return given.length === 0 ? form : { ...form, tags: given.length === 1 ? listOf(given[0]) : given };
}

/** What looks like JSON and is none stays text. */
function listOf(given: unknown): unknown {
  if (typeof given !== 'string') return given;
  const text = given.trim();
  if (text.startsWith('[')) {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return [given];
    }
  }
  return text
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean);
}

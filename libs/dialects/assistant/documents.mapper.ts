import type { Artifact, Slice } from '#domain/artifacts';
import { ASSISTANT_IDS } from './assistant.ids';
import type { Document, DocumentList, DocumentQuery } from './documents.dto';

export function toDocument({ id, title, content, type, version, createdAt, updatedAt }: Artifact): Document {
  return {
    id: ASSISTANT_IDS.encode('document', id),
    title,
    content,
    type,
    version,
    created_at: createdAt.toISOString(),
    updated_at: updatedAt.toISOString(),
  };
}

export function toDocumentList({ items, total }: Slice<Artifact>, { limit, offset }: DocumentQuery): DocumentList {
  return { documents: items.map(toDocument), total, limit, offset };
}

import type { UploadedForm } from '#infra/http';
import type { FileDetails } from '../files/files.types';
import type { NewUpload, Upload } from '../ingestion/uploads.types';
import type { CreateDocument, Document, UploadDetails } from './uploads.dto';

export function toDocument(upload: Upload): Document {
  const { teamId: _, kind: __, botId, baseId, format, state, passageCount, sourceBytes, ...rest } = upload;
  return {
    ...rest,
    chatbotId: botId,
    knowledgeBaseId: baseId,
    type: format ?? 'unknown',
    status: state,
    passages: passageCount,
    size: sourceBytes,
    createdAt: upload.createdAt.toISOString(),
    updatedAt: upload.updatedAt.toISOString(),
  };
}

export function textUpload({ title, content, type, tags, metadata, knowledgeBaseId }: CreateDocument): NewUpload {
  return { title, bytes: Buffer.from(content), format: type, ...placed({ tags, metadata, knowledgeBaseId }) };
}

export function fileDetails({ title, tags, metadata, knowledgeBaseId }: UploadDetails): FileDetails {
  return { title: title ?? null, ...placed({ tags, metadata, knowledgeBaseId }) };
}

/** Forms have texts only; what cannot be read as JSON stays text, for its field to refuse. */
export function withReadMetadata({ metadata, ...form }: UploadedForm): UploadedForm {
  if (typeof metadata !== 'string') return metadata === undefined ? form : { ...form, metadata };
  try {
    return { ...form, metadata: JSON.parse(metadata) as unknown };
  } catch {
    return { ...form, metadata };
  }
}

function placed(given: Pick<UploadDetails, 'tags' | 'metadata' | 'knowledgeBaseId'>) {
  const { tags = null, metadata = null, knowledgeBaseId = null } = given;
  return { tags, metadata, baseId: knowledgeBaseId };
}

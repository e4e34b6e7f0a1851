import type { UploadedForm } from '#infra/http';
import type { FileDetails } from '../files/files.types';
import type { NewUpload, NewVersion, Upload } from '../ingestion/uploads.types';
import {
  type CreateDocument,
  type Document,
  type ReplaceDocument,
  TEXT_TYPES,
  type UploadDetails,
} from './uploads.dto';

export function toDocument(upload: Upload): Document {
  const {
    teamId: _,
    kind: __,
    isSkipped: ___,
    botId,
    baseId,
    format,
    state,
    passageCount,
    sourceBytes,
    ...rest
  } = upload;
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

export function textUpload({ title, content, type, ...fields }: CreateDocument): NewUpload {
  return { title, bytes: Buffer.from(content), format: type, ...placed(fields) };
}

/** @param before what takes a text of no other type */
export function textVersion({ content, type, ...details }: ReplaceDocument, before: Upload): NewVersion {
  const format = type ?? TEXT_TYPES.find((known) => known === before.format) ?? 'text';
  return { ...details, bytes: Buffer.from(content), format };
}

export function fileDetails({ title, ...fields }: UploadDetails): FileDetails {
  return { title: title ?? null, ...placed(fields) };
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

function placed(given: Omit<UploadDetails, 'title'>) {
  const { tags = null, metadata = null, language = null, knowledgeBaseId = null, onDuplicate } = given;
  return { tags, metadata, language, onDuplicate, baseId: knowledgeBaseId };
}

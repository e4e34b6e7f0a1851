import {
  DateField,
  EnumField,
  FileField,
  IdField,
  IntegerField,
  NestedField,
  ObjectField,
  PageQuery,
  TextField,
  TextListField,
  type UploadedFile,
} from '#infra/http';
import { ITEM_LIMITS, ON_DUPLICATE, type OnDuplicate } from '../documents.types';
import { UPLOAD_STAGES, UPLOAD_STATES, type UploadStage, type UploadState } from '../ingestion/uploads.types';
import { LanguageField } from './language-field';

/** What a text that is sent as JSON may be. */
export const TEXT_TYPES = ['text', 'markdown', 'html', 'json', 'csv'] as const;
/** The size of the body is limited by the server; this is above every such limit. */
const MAX_CONTENT_LENGTH = 1_100_000_000;

const TAGS = {
  optional: true,
  nullable: true,
  maxItems: ITEM_LIMITS.tags,
  maxLength: ITEM_LIMITS.tagLength,
  example: ['prices'],
};

class ContentFields {
  @TextListField('Labels to filter searches by; in a form repeated, or separated by commas.', TAGS)
  tags?: string[] | null;

  @ObjectField('Anything that you want to keep with it; in a form as JSON.', {
    optional: true,
    nullable: true,
    maxBytes: ITEM_LIMITS.metadataBytes,
    example: { source: 'handbook' },
  })
  metadata?: Record<string, unknown> | null;

  @LanguageField()
  language?: string | null;
}

class UploadFields extends ContentFields {
  @IdField('The knowledge base of the chatbot that takes it; its own one for documents unless you name another.', {
    optional: true,
    nullable: true,
  })
  knowledgeBaseId?: string | null;

  @EnumField(
    'What to do when the knowledge base holds an upload with this very content: `skip` answers with that one, and adds nothing.',
    ON_DUPLICATE,
    { optional: true, default: 'keep' },
  )
  onDuplicate: OnDuplicate = 'keep';
}

export class CreateDocument extends UploadFields {
  @TextField('What it is about.', { maxLength: ITEM_LIMITS.titleLength, example: 'Price list' })
  title: string;

  @TextField('The text. It may be as long as the server takes a body.', {
    maxLength: MAX_CONTENT_LENGTH,
    rule: 'a text that is not blank',
    example: 'name,price\nReading lamp,39 euros',
  })
  content: string;

  @EnumField('What the text is.', TEXT_TYPES, { optional: true, default: 'text', example: 'csv' })
  type: (typeof TEXT_TYPES)[number] = 'text';
}

/** The fields of a form beside its file. */
export class UploadDetails extends UploadFields {
  @TextField('What it is about. Default: the name of the file.', { optional: true, maxLength: ITEM_LIMITS.titleLength })
  title?: string;
}

export class UploadDocument extends UploadDetails {
  @FileField(
    'The file: txt, md, html, csv, tsv, json, jsonl, pdf, docx, pptx, xlsx or eml; images (png, jpeg, gif, webp) are kept for messages.',
  )
  file: UploadedFile;
}

const STAYS = 'Default: what it was.';

export class ReplaceDocument extends ContentFields {
  @TextField(`What it is about. ${STAYS}`, { optional: true, maxLength: ITEM_LIMITS.titleLength })
  title?: string;

  @TextField('The new text. It may be as long as the server takes a body.', {
    maxLength: MAX_CONTENT_LENGTH,
    rule: 'a text that is not blank',
    example: 'name,price\nReading lamp,42 euros',
  })
  content: string;

  @EnumField('What the text is. Default: what it was, if that was a text, or else `text`.', TEXT_TYPES, {
    optional: true,
    example: 'csv',
  })
  type?: (typeof TEXT_TYPES)[number];
}

/** The fields of a form beside its file. */
export class ReplaceDetails extends ContentFields {
  @TextField(`What it is about. ${STAYS}`, { optional: true, maxLength: ITEM_LIMITS.titleLength })
  title?: string;
}

export class ReplaceDocumentByFile extends ReplaceDetails {
  @FileField('The file, of any type that is read.')
  file: UploadedFile;
}

export class DocumentQuery extends PageQuery {
  @EnumField('Only documents of this status.', UPLOAD_STATES, { optional: true })
  status?: UploadState;
}

export class DocumentError {
  @TextField('Stable code of what went wrong.')
  code: string;

  @TextField('What went wrong, for a person.')
  message: string;
}

export class Document {
  @IdField('Its id.')
  id: string;

  @IdField('The chatbot that it belongs to.')
  chatbotId: string;

  @IdField('The knowledge base that holds it.')
  knowledgeBaseId: string;

  @TextField('What it is about.')
  title: string;

  @TextField(
    'What it is read as: text, markdown, html, json, csv, pdf, docx, pptx, xlsx, eml; png, jpeg, gif or webp for an image, which is not read; `nodes` when the sender has cut it; `unknown` when it cannot be read.',
  )
  type: string;

  @IntegerField(
    'The version that searches find, counted from 1; 0 before it was ready for the first time. While a newer one waits, is indexed, has failed or was cancelled, which `status`, `stage`, `progress` and `error` tell, this one goes on being found.',
    { min: 0 },
  )
  version: number;

  @EnumField('Replies find all of what was sent last once it is `ready`.', UPLOAD_STATES)
  status: UploadState;

  @EnumField(
    'What is done with it just now, while it is running; what it failed at, when it has failed.',
    UPLOAD_STAGES,
    { nullable: true },
  )
  stage: UploadStage | null;

  @IntegerField('Percentage that is done.', { min: 0, max: 100 })
  progress: number;

  @IntegerField('Passages that searches find; known when it is ready.', { min: 0 })
  passages: number;

  @NestedField('Why it has failed.', () => DocumentError, { nullable: true })
  error: DocumentError | null;

  @TextField('ISO 639-1: as you said, or when the language could be told.', { nullable: true })
  language: string | null;

  @IdField('The oldest upload of the knowledge base with the same content, if that is not itself.', { nullable: true })
  duplicateOf: string | null;

  @IntegerField('Bytes that were sent, of the version that is found.', { min: 0 })
  size: number;

  @TextListField('Labels to filter searches by.')
  tags: string[];

  @ObjectField('What you keep with it.')
  metadata: Record<string, unknown>;

  @DateField('When it was sent.')
  createdAt: string;

  @DateField('When its status or progress last changed.')
  updatedAt: string;
}

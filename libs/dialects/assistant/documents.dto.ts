import { ARTIFACT_LIMITS, ARTIFACT_TYPES, type ArtifactType, DEFAULT_ARTIFACT_TYPE } from '#domain/artifacts';
import { DateField, EnumField, IntegerField, NestedListField, TextField } from '#infra/http';
import { SliceAnswer, SliceQuery } from './assistant.paging';

const TITLE = 'What it is called. Blanks around it are removed.';
const CONTENT = 'What it says. It may be empty.';
const TYPE = 'What kind of text it is.';

const TITLE_RANGE = { maxLength: ARTIFACT_LIMITS.titleLength };
const CONTENT_RANGE = { minLength: 0, maxLength: ARTIFACT_LIMITS.contentLength };

export class CreateDocument {
  @TextField(TITLE, { ...TITLE_RANGE, example: 'My Document' })
  title: string;

  @TextField(CONTENT, { ...CONTENT_RANGE, example: '# Document Title\n\nThis is the document content.' })
  content: string;

  @EnumField(TYPE, ARTIFACT_TYPES, { optional: true, default: DEFAULT_ARTIFACT_TYPE, example: 'markdown' })
  type?: ArtifactType;
}

/** Written out, since the type has no default here. */
export class UpdateDocument {
  @TextField(TITLE, { ...TITLE_RANGE, minLength: 1, optional: true, example: 'Updated Document' })
  title?: string;

  @TextField(CONTENT, { ...CONTENT_RANGE, optional: true, example: '# Updated Document Title' })
  content?: string;

  @EnumField(TYPE, ARTIFACT_TYPES, { optional: true })
  type?: ArtifactType;
}

export class DocumentQuery extends SliceQuery {
  @EnumField('Only documents of this type.', ARTIFACT_TYPES, { optional: true })
  type?: ArtifactType;

  @TextField('Only documents with this in their title or content, whatever the case.', {
    optional: true,
    maxLength: 1_000,
  })
  search?: string;
}

export class Document {
  @TextField('Its id.', { example: 'doc_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b' })
  id: string;

  @TextField('What it is called.', { example: 'My Document' })
  title: string;

  @TextField('What it says.', CONTENT_RANGE)
  content: string;

  @EnumField(TYPE, ARTIFACT_TYPES)
  type: ArtifactType;

  @IntegerField('Number of its version, from 1. Every update makes one more; the earlier ones are kept.', { min: 1 })
  version: number;

  @DateField('When it was made.')
  created_at: string;

  @DateField('When its last version was made.')
  updated_at: string;
}

export class DocumentList extends SliceAnswer {
  @NestedListField('Newest first, by when they were made.', () => Document)
  documents: Document[];
}

import { DateField, EnumField, IdField, IntegerField, PageQuery, TextField } from '#infra/http';
import { ARTIFACT_LIMITS, ARTIFACT_TYPES, type ArtifactType, DEFAULT_ARTIFACT_TYPE } from '../artifacts.types';

const TITLE = 'What it is called. Blanks around it are removed.';
const CONTENT = 'What it says. It may be empty.';
const TYPE = 'What kind of text it is.';
const VERSION = 'Number of the version, from 1. Every update makes one more.';
const CONTENT_LENGTH = 'Length of the content in characters.';
const RESTORED_FROM = 'The earlier version that this one brought back; null unless it did.';

const EXAMPLE_TITLE = 'My Document';
const EXAMPLE_CONTENT = '# Document Title\n\nThis is the document content.';

const TITLE_RANGE = { maxLength: ARTIFACT_LIMITS.titleLength };
const CONTENT_RANGE = { minLength: 0, maxLength: ARTIFACT_LIMITS.contentLength };

export class CreateArtifact {
  @TextField(TITLE, { ...TITLE_RANGE, example: EXAMPLE_TITLE })
  title: string;

  @TextField(CONTENT, { ...CONTENT_RANGE, example: EXAMPLE_CONTENT })
  content: string;

  @EnumField(TYPE, ARTIFACT_TYPES, { optional: true, default: DEFAULT_ARTIFACT_TYPE, example: 'markdown' })
  type?: ArtifactType;
}

/** Written out, since the type has no default here. */
export class UpdateArtifact {
  @TextField(TITLE, { ...TITLE_RANGE, minLength: 1, optional: true, example: 'Updated Document' })
  title?: string;

  @TextField(CONTENT, { ...CONTENT_RANGE, optional: true, example: '# Updated Document Title' })
  content?: string;

  @EnumField(TYPE, ARTIFACT_TYPES, { optional: true })
  type?: ArtifactType;

  @IntegerField('The version that you have changed. If the artifact has a later one, the update is refused (409).', {
    optional: true,
    min: 1,
    example: 1,
  })
  expectedVersion?: number;
}

export class ArtifactQuery extends PageQuery {
  @EnumField('Only artifacts of this type.', ARTIFACT_TYPES, { optional: true })
  type?: ArtifactType;

  @TextField('Only artifacts with this in their title or content, whatever the case.', {
    optional: true,
    maxLength: 1_000,
  })
  search?: string;
}

export class ListedArtifact {
  @IdField('Its id.')
  id: string;

  @TextField('What it is called.', { example: EXAMPLE_TITLE })
  title: string;

  @EnumField(TYPE, ARTIFACT_TYPES)
  type: ArtifactType;

  @IntegerField(VERSION, { min: 1, example: 1 })
  version: number;

  @IntegerField(CONTENT_LENGTH, { min: 0, example: EXAMPLE_CONTENT.length })
  contentLength: number;

  @DateField('When it was made.')
  createdAt: string;

  @DateField('When its last version was made.')
  updatedAt: string;
}

export class Artifact extends ListedArtifact {
  @TextField('What it says.', { ...CONTENT_RANGE, example: EXAMPLE_CONTENT })
  content: string;
}

export class ListedArtifactVersion {
  @IntegerField(VERSION, { min: 1, example: 2 })
  version: number;

  @TextField('What the artifact was called then.', { example: EXAMPLE_TITLE })
  title: string;

  @EnumField('What kind of text it was then.', ARTIFACT_TYPES)
  type: ArtifactType;

  @IntegerField(CONTENT_LENGTH, { min: 0, example: EXAMPLE_CONTENT.length })
  contentLength: number;

  @IntegerField(RESTORED_FROM, { min: 1, nullable: true, example: null })
  restoredFrom: number | null;

  @DateField('When this version was made.')
  createdAt: string;
}

export class ArtifactVersion extends ListedArtifactVersion {
  @TextField('What the artifact said then.', { ...CONTENT_RANGE, example: EXAMPLE_CONTENT })
  content: string;
}

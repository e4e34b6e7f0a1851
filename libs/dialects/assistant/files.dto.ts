import { FILE_STATES, type FileState, ITEM_LIMITS } from '#domain/documents';
import {
  DateField,
  EnumField,
  FileField,
  IntegerField,
  NestedListField,
  TextField,
  TextListField,
  type UploadedFile,
} from '#infra/http';
import { SliceAnswer, SliceQuery } from './assistant.paging';

const EXAMPLE_ID = 'file_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b';
const MAX_DESCRIPTION_LENGTH = 2_000;

const STATUS =
  '`processing` until searches find all of it. New content that fails leaves it `completed` with what was there before.';

/** The fields of the form beside the file. */
export class FileNotes {
  @TextField('What it is about.', {
    optional: true,
    maxLength: MAX_DESCRIPTION_LENGTH,
    example: 'Optional file description',
  })
  description?: string;

  @TextListField('Labels to narrow searches by: the field repeated, a JSON array, or a list separated by commas.', {
    optional: true,
    maxItems: ITEM_LIMITS.tags,
    maxLength: ITEM_LIMITS.tagLength,
    example: ['tag1', 'tag2'],
  })
  tags?: string[];
}

/** For the documentation: the file itself is read as a stream. */
export class UploadFile extends FileNotes {
  @FileField('The file: txt, md, html, csv, json, pdf, docx, pptx, xlsx or eml; or an image, which goes with messages.')
  file: UploadedFile;
}

export class FileQuery extends SliceQuery {
  @EnumField('Only files of this status.', FILE_STATES, { optional: true })
  status?: FileState;
}

export class FileInfo {
  @TextField('Its id.', { example: EXAMPLE_ID })
  id: string;

  @TextField('Its name.', { example: 'handbook.pdf' })
  filename: string;

  @IntegerField('Its size in bytes.', { min: 0 })
  size: number;

  @TextField('Its media type.', { example: 'application/pdf' })
  type: string;

  @EnumField(STATUS, FILE_STATES, { name: 'FileState' })
  status: FileState;

  @TextField('Where its content is downloaded, with the same credentials.', {
    example: `/api/files/${EXAMPLE_ID}/content`,
  })
  upload_url: string;

  @TextField('What it is about.', { nullable: true })
  description: string | null;

  @TextListField('Its labels.')
  tags: string[];

  @DateField('When it was uploaded.')
  created_at: string;
}

export class FileList extends SliceAnswer {
  @NestedListField('Newest first.', () => FileInfo)
  files: FileInfo[];
}

export class FileStatus {
  @TextField('Its id.', { example: EXAMPLE_ID })
  id: string;

  @EnumField(STATUS, FILE_STATES)
  status: FileState;

  @DateField('When processing ended; null until then.', { nullable: true })
  processed_at: string | null;

  @IntegerField('Pieces that searches find; 0 until it is completed.', { min: 0 })
  chunks_created: number;

  @TextField('Why it failed; null unless it did.', { nullable: true })
  error: string | null;

  @TextField(
    'Why content that was sent to replace it failed, if it did: searches go on finding what was there before.',
    {
      optional: true,
    },
  )
  replacement_error?: string;
}

import { NODE_LIMITS } from '#domain/documents';
import { NestedField, NestedListField, ObjectField, TextField } from '#infra/http';

/** About 15 MB of bytes; the limit of the whole body is a setting of the installation. */
const MAX_BASE64_CHARACTERS = 20_000_000;
const BASE64 = /^[A-Za-z0-9+/_-]*={0,2}$/;

export class DocumentNode {
  @TextField('The text.', { minLength: 0, maxLength: NODE_LIMITS.textLength, example: 'This is a test node.' })
  text: string;

  @TextField('Type of unstructured.io; `text` is read as `NarrativeText`. Titles head the nodes that follow.', {
    optional: true,
    nullable: true,
    maxLength: NODE_LIMITS.typeLength,
    default: 'UncategorizedText',
  })
  type?: string | null;

  @ObjectField('Messages can be narrowed by it.', {
    optional: true,
    nullable: true,
    maxBytes: NODE_LIMITS.metadataBytes,
    default: {},
  })
  metadata?: Record<string, unknown> | null;
}

export class DocumentAsset {
  @TextField('Its id.', { maxLength: 128 })
  uuid: string;

  @TextField('Media type of the data.', { maxLength: 256, example: 'image/png' })
  data_mimetype: string;

  @TextField('The data in base64.', {
    minLength: 0,
    maxLength: MAX_BASE64_CHARACTERS,
    check: (text) => BASE64.test(text),
    rule: `a text in base64 of at most ${MAX_BASE64_CHARACTERS.toLocaleString('en-US')} characters`,
  })
  data_base64: string;

  @TextField('What it shows; it is found by this.', {
    optional: true,
    nullable: true,
    maxLength: NODE_LIMITS.descriptionLength,
    default: '',
  })
  description?: string | null;
}

export class DocumentContents {
  @NestedListField('The text, in pieces.', () => DocumentNode, { minItems: 1, maxItems: NODE_LIMITS.nodes })
  nodes: DocumentNode[];

  @NestedListField('What goes with it, such as pictures.', () => DocumentAsset, {
    optional: true,
    nullable: true,
    maxItems: NODE_LIMITS.assets,
  })
  assets?: DocumentAsset[] | null;
}

export class UploadedDocument {
  @TextField('What names it, unique among the documents of the bot.', {
    maxLength: NODE_LIMITS.nameLength,
    example: 'my-test-document.json',
  })
  file_name: string;

  @NestedField('What stands in it.', () => DocumentContents)
  file_contents: DocumentContents;

  @ObjectField('Messages can be narrowed by it.', {
    optional: true,
    nullable: true,
    maxBytes: NODE_LIMITS.metadataBytes,
    default: {},
  })
  file_metadata?: Record<string, unknown> | null;
}

import { type FieldOptions, field } from '../fields/field';

/** A file of a multipart form. */
export interface UploadedFile {
  /** Without folders. */
  name: string;
  /** As the sender declared it; nothing is proved by it. */
  mediaType: string;
  bytes: Buffer;
}

/** A file, sent as a part of a multipart form; an empty one is refused. */
export function FileField(description: string, options: FieldOptions<UploadedFile> = {}): PropertyDecorator {
  return field(
    description,
    options,
    {
      accepts: (value): value is UploadedFile => isUploadedFile(value) && value.bytes.byteLength > 0,
      rule: 'a file that is not empty',
      schema: { type: 'string', format: 'binary' },
    },
    () => FileField(description, { ...options, optional: true }),
  );
}

function isUploadedFile(value: unknown): value is UploadedFile {
  return typeof value === 'object' && value !== null && Buffer.isBuffer((value as UploadedFile).bytes);
}

/** What files may be: formats whose text is read, and images, which are kept for messages. The content says which. */
import { knownBinary, type TextExtractors } from '#providers/text-extraction';
import { documentErrors } from '../documents.errors';

/** Enough of a file to tell what it is; of an archive the names of its first parts. */
export const HEAD_BYTES = 64 * 1024;

export interface FileType {
  format: string;
  mediaType: string;
}

interface FileStart {
  head: Uint8Array;
  name: string;
  mediaType: string | undefined;
}

const ACCEPTED =
  'Accepted are txt, md, html, csv, tsv, json, jsonl, eml, pptx, xlsx, pdf and docx, and images as png, jpeg, gif or webp.';

/** First bytes, in hexadecimal digits. PNG 5.2, ITU-T T.81 B.1, GIF89a 17, RFC 9649 2.5 */
const IMAGES: ReadonlyArray<readonly [format: string, beginning: RegExp]> = [
  ['png', /^89504e470d0a1a0a/],
  ['jpeg', /^ffd8ff/],
  ['gif', /^474946383[79]61/],
  ['webp', /^52494646.{8}57454250/],
];
const IMAGE_HEAD_BYTES = 16;

/** Where one format has several. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  tsv: 'text/tab-separated-values',
  tab: 'text/tab-separated-values',
  jsonl: 'application/jsonl',
  ndjson: 'application/jsonl',
};
const UNKNOWN_MEDIA_TYPE = 'application/octet-stream';

/** @throws AppError `documents.file_type_unsupported`, which names what is accepted */
export function acceptedType(extractors: TextExtractors, { head, name, mediaType }: FileStart): FileType {
  const image = imageFormatOf(head);
  if (image) return { format: image, mediaType: `image/${image}` };
  const format = extractors.formatOf({ bytes: head, name, mediaType });
  if (format === undefined || !isReadable(extractors, { name, mediaType, format })) throw unsupported(head);
  return { format, mediaType: mediaTypeOf(extractors, format, name) };
}

export function isImage(format: string | null): boolean {
  return IMAGES.some(([known]) => known === format);
}

/** Of a stored file; senders' own words for it are not repeated, because browsers act upon them. */
export function mediaTypeOf(extractors: TextExtractors, format: string | null, name: string): string {
  if (format === null) return UNKNOWN_MEDIA_TYPE;
  if (isImage(format)) return `image/${format}`;
  return MEDIA_TYPES[extensionOf(name)] ?? extractors.mediaTypesOf(format)[0] ?? UNKNOWN_MEDIA_TYPE;
}

function imageFormatOf(head: Uint8Array): string | undefined {
  const digits = Buffer.from(head.subarray(0, IMAGE_HEAD_BYTES)).toString('hex');
  return IMAGES.find(([, beginning]) => beginning.test(digits))?.[0];
}

/**
 * Any text could be read; but programs and the like are not what somebody means to have read, so that a text has to have a
 * name or a media type of one, or no name to speak of.
 */
function isReadable(
  extractors: TextExtractors,
  { name, mediaType = '', format }: { name: string; mediaType: string | undefined; format: string },
): boolean {
  const extension = extensionOf(name);
  return (
    extension === '' ||
    extractors.isBinary(format) ||
    extractors.isNamed({ extension, mediaType }) ||
    mediaType.toLowerCase().startsWith('text/')
  );
}

/** In lower case; empty when there is none. */
function extensionOf(name: string): string {
  return /[^/\\]\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

function unsupported(head: Uint8Array) {
  const binary = knownBinary(head);
  const reason = binary
    ? `The file is ${binary}, which cannot be read here.`
    : 'Files of this type cannot be read here.';
  const message = `${reason} ${ACCEPTED}`;
  return documentErrors.file_type_unsupported({ message, fields: [{ field: 'file', message }] });
}

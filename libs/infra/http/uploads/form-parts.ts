/** What the two ways of reading a multipart form (RFC 7578) have in common: its limits, and the words for what is wrong with it. */
import type { MultipartValue } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { AppError } from '#kernel';
import { digestWhileRead } from '../once/body-digest';
import { formTooLarge, maxBodyBytes } from './unwanted-body';

/** Fields by name; a name that comes more than once has a list. */
export type UploadedForm = Readonly<Record<string, unknown>>;

/** Room for the metadata of a thing and its tags. */
const LIMITS = { fields: 100, fieldSize: 1024 * 1024, fieldNameSize: 100, files: 1, parts: 101, headerPairs: 20 };
/** Of a form around its file: the boundaries, and its other fields. */
const MAX_FRAME_BYTES = 2 * 1024 * 1024;

export function isMultipart({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return /^multipart\/form-data(?:;|$)/i.test((headers['content-type'] ?? '').trim());
}

/** The parts as they come. @throws AppError `http.form_too_large` when the form says so itself */
export function partsOf(request: FastifyRequest): ReturnType<FastifyRequest['parts']> {
  const fileSize = maxBodyBytes(request);
  if (Number(request.headers['content-length']) > fileSize + MAX_FRAME_BYTES) throw formTooLarge();
  digestWhileRead(request);
  return request.parts({ limits: { ...LIMITS, fileSize } });
}

export class FormFields {
  private readonly fields: Record<string, unknown> = Object.create(null);

  /** @throws AppError `http.form_too_large` */
  take(part: MultipartValue): void {
    if ((part as MultipartValue & { valueTruncated: boolean }).valueTruncated) throw formTooLarge();
    this.put(part.fieldname, part.value);
  }

  put(name: string, value: unknown): void {
    const before = this.fields[name];
    this.fields[name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
  }

  get all(): UploadedForm {
    return { ...this.fields };
  }
}

/** Without folders, which the parser has cut off, and without what the database cannot store. */
export function fileNameOf({ filename = '' }: { filename?: string }): string {
  return filename.replaceAll('\0', '').toWellFormed();
}

/** What the plug-in and its parser throw. https://github.com/fastify/fastify-multipart */
export function formError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const { code = '', message = '' } = error as NodeJS.ErrnoException;
  if (code === 'FST_FILES_LIMIT') return malformed('The form has more than one file.', error);
  if (code === 'FST_FIELDS_LIMIT' || code === 'FST_PARTS_LIMIT')
    return malformed('The form has too many fields.', error);
  if (code === 'ECONNRESET') return malformed('The form breaks off: its sender has left.', error);
  if (code.startsWith('FST_') || /multipart|boundary|terminated early|header/i.test(message)) {
    return malformed('The body is not a valid multipart form.', error);
  }
  return error;
}

function malformed(message: string, cause: unknown): AppError {
  return new AppError('http.malformed', 'malformed', message, { cause });
}

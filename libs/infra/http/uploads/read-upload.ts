/**
 * A multipart form (RFC 7578) as its fields and files. It is read as a stream: what is too large is thrown away as it comes
 * and refused at the end, so that the sender, who listens only then, learns why.
 */
import type { MultipartFile, MultipartValue } from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '#kernel';
import type { UploadedFile } from './file-field';
import { letPass, maxBodyBytes, tooLarge } from './unwanted-body';

/** Fields by name; a name that comes more than once has a list. */
export type UploadedForm = Readonly<Record<string, unknown>>;

/** Room for the metadata of a thing and its tags. */
const LIMITS = { fields: 100, fieldSize: 1024 * 1024, fieldNameSize: 100, files: 1, parts: 101, headerPairs: 20 };
/** Of a form around its file: the boundaries, and its other fields. */
const MAX_FRAME_BYTES = 2 * 1024 * 1024;

export function isMultipart({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return /^multipart\/form-data(?:;|$)/i.test((headers['content-type'] ?? '').trim());
}

/** @throws AppError `http.malformed`, `http.too_large` */
export async function readUpload(request: FastifyRequest, reply: FastifyReply): Promise<UploadedForm> {
  try {
    if (Number(request.headers['content-length']) > maxBodyBytes(request) + MAX_FRAME_BYTES) throw tooLarge();
    return await readParts(request, maxBodyBytes(request));
  } catch (error) {
    await letPass(request, reply);
    throw formError(error);
  }
}

async function readParts(request: FastifyRequest, maxBytes: number): Promise<UploadedForm> {
  const form: Record<string, unknown> = Object.create(null);
  let isTruncated = false;
  for await (const part of request.parts({ limits: { ...LIMITS, fileSize: maxBytes } })) {
    if (part.type === 'file') {
      put(form, part.fieldname, await readFile(part));
      isTruncated ||= part.file.truncated;
    } else {
      put(form, part.fieldname, part.value);
      isTruncated ||= (part as MultipartValue & { valueTruncated: boolean }).valueTruncated;
    }
  }
  if (isTruncated) throw tooLarge();
  return { ...form };
}

/** Never more than the limit in memory: the stream drops what comes after it. */
async function readFile({ file, filename, mimetype }: MultipartFile): Promise<UploadedFile> {
  const chunks: Buffer[] = [];
  for await (const chunk of file) chunks.push(chunk as Buffer);
  const bytes = file.truncated ? Buffer.alloc(0) : Buffer.concat(chunks);
  return { name: filename.replaceAll('\0', '').toWellFormed(), mediaType: mimetype, bytes };
}

function put(form: Record<string, unknown>, name: string, value: unknown): void {
  const before = form[name];
  form[name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
}

/** What the plug-in and its parser throw. https://github.com/fastify/fastify-multipart */
function formError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const { code = '', message = '' } = error as NodeJS.ErrnoException;
  if (code === 'FST_FILES_LIMIT') return malformed('The form has more than one file.', error);
  if (code === 'FST_FIELDS_LIMIT' || code === 'FST_PARTS_LIMIT')
    return malformed('The form has too many fields.', error);
  if (code.startsWith('FST_') || /multipart|boundary|terminated early|header/i.test(message)) {
    return malformed('The body is not a valid multipart form.', error);
  }
  return error;
}

function malformed(message: string, cause: unknown): AppError {
  return new AppError('http.malformed', 'malformed', message, { cause });
}

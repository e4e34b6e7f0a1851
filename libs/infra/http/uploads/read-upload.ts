/**
 * A multipart form as its fields and files, in memory: for small files that are looked at as a whole. It is read as a
 * stream: what is too large is thrown away as it comes and refused at the end, so that the sender, who listens only then,
 * learns why. Files that are kept are handed on while they arrive (`incoming-form`).
 */
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { UploadedFile } from './file-field';
import { FormFields, fileNameOf, formError, partsOf, type UploadedForm } from './form-parts';
import { formTooLarge, letPass } from './unwanted-body';

/** @throws AppError `http.malformed`, `http.form_too_large` */
export async function readUpload(request: FastifyRequest, reply: FastifyReply): Promise<UploadedForm> {
  try {
    return await readParts(request);
  } catch (error) {
    await letPass(request, reply);
    throw formError(error);
  }
}

async function readParts(request: FastifyRequest): Promise<UploadedForm> {
  const fields = new FormFields();
  let isTruncated = false;
  for await (const part of partsOf(request)) {
    if (part.type === 'file') {
      fields.put(part.fieldname, await readFile(part));
      isTruncated ||= part.file.truncated;
    } else fields.take(part);
  }
  if (isTruncated) throw formTooLarge();
  return fields.all;
}

/** Never more than the limit in memory: the stream drops what comes after it. */
async function readFile(part: MultipartFile): Promise<UploadedFile> {
  const chunks: Buffer[] = [];
  for await (const chunk of part.file) chunks.push(chunk as Buffer);
  const bytes = part.file.truncated ? Buffer.alloc(0) : Buffer.concat(chunks);
  return { name: fileNameOf(part), mediaType: part.mimetype, bytes };
}

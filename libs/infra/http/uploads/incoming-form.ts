/**
 * A multipart form whose file is handed on while it arrives: as fast as its reader takes it, with no more of it in memory
 * than the buffers of a stream. Fields may stand before and behind it.
 */
import { Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { invalidInput } from '#kernel';
import { FormFields, fileNameOf, formError, partsOf, type UploadedForm } from './form-parts';
import { formTooLarge } from './unwanted-body';

/** The field of a form that holds its file. */
const FILE_FIELD = 'file';

export interface IncomingFile {
  /** Without folders. */
  name: string;
  /** As the sender declared it; nothing is proved by it. */
  mediaType: string;
  /**
   * To be read once, to its end, or destroyed. Fails with `http.form_too_large` as soon as it is longer than MAX_UPLOAD_MB, with
   * `http.malformed` when the form breaks off. It may be empty.
   */
  stream: Transform;
}

export interface IncomingForm {
  readonly file: IncomingFile;
  /**
   * All other fields, also those behind the file: to be asked for when its stream has ended. Not checked yet (`InputPipe`).
   *
   * @throws AppError `http.malformed`, also when a second file follows; `http.form_too_large`
   */
  fields(): Promise<UploadedForm>;
}

interface Abandonable {
  abandon(): void;
}

const OPEN = new WeakMap<FastifyRequest, Abandonable>();

/** Resolves when the file begins. @throws AppError `http.malformed`, `http.form_too_large`; `input.invalid` without a file */
export async function openForm(request: FastifyRequest): Promise<IncomingForm> {
  const form = rememberOpen(request, new OpenForm(request));
  await form.reachFile();
  return form;
}

/** So that what is left of it can be let pass. */
export function rememberOpen<Form extends Abandonable>(request: FastifyRequest, form: Form): Form {
  OPEN.set(request, form);
  return form;
}

/** Nobody reads on: what has not come yet is left to whoever lets it pass. */
export function abandonForm(request: FastifyRequest): void {
  OPEN.get(request)?.abandon();
}

class OpenForm implements IncomingForm {
  private readonly parts: ReturnType<FastifyRequest['parts']>;
  private readonly read = new FormFields();
  private arriving: IncomingFile | undefined;
  private rest: Promise<UploadedForm> | undefined;

  constructor(private readonly request: FastifyRequest) {
    this.parts = partsOf(request);
  }

  get file(): IncomingFile {
    return this.arriving!;
  }

  async reachFile(): Promise<void> {
    await this.readOn((part) => {
      this.arriving = { name: fileNameOf(part), mediaType: part.mimetype, stream: new ArrivingFile(part) };
      return 'stop';
    });
    if (this.arriving) return;
    const message = `${FILE_FIELD} is required and must be a file that is not empty.`;
    throw invalidInput([{ field: FILE_FIELD, message, missing: true }]);
  }

  fields(): Promise<UploadedForm> {
    this.rest ??= this.readOn(() => 'go on').then(() => this.read.all);
    return this.rest;
  }

  abandon(): void {
    this.arriving?.stream.destroy();
    this.request.raw.unpipe();
  }

  private async readOn(onFile: (part: MultipartFile) => 'stop' | 'go on'): Promise<void> {
    try {
      for (;;) {
        const { value: part, done } = await this.parts.next();
        if (done) return;
        if (part.type === 'field') this.read.take(part);
        else if (part.fieldname !== FILE_FIELD) part.file.resume();
        else if (onFile(part) === 'stop') return;
      }
    } catch (error) {
      throw formError(error);
    }
  }
}

/** The content of one part, which ends with an error when it was not all. */
class ArrivingFile extends Transform {
  constructor({ file }: MultipartFile) {
    super();
    // It may fail before anybody reads it, which is told when they do.
    this.on('error', () => undefined);
    // The parser then drops the rest, and would end the part as if that were all.
    file.once('limit', () => this.destroy(formTooLarge()));
    pipeline(file, this).catch(() => undefined);
  }

  override _transform(piece: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    done(null, piece);
  }

  /** Worded before the stream keeps it, for readers who come when it has failed already. */
  override destroy(error?: Error): this {
    return super.destroy(error && (formError(error) as Error));
  }
}

/**
 * A body that is the file itself, with no form around it, as `curl --data-binary @file` sends it; for routes that name its media
 * types (`AcceptsFile`). It is handed on while it arrives, like the file of a form.
 */
import { Transform, type TransformCallback } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '#kernel';
import { digestWhileRead } from '../once/body-digest';
import type { IncomingForm } from './incoming-form';
import { maxBodyBytes, tooLarge } from './unwanted-body';

/** Stands in for the content type that was sent, so that no other parser sees the body. */
const FILE_TYPE = 'application/vnd.parley.file';

/** Content types as they were sent. Goes with the requests. */
const sentTypes = new WeakMap<FastifyRequest['raw'], string>();

/** Asked for before and after the content type was replaced. */
export function isFileBody({ raw, headers, routeOptions }: FastifyRequest): boolean {
  if (sentTypes.has(raw)) return true;
  const [type = ''] = (headers['content-type'] ?? '').split(';', 1);
  return routeOptions.config?.fileTypes?.includes(type.trim().toLowerCase()) === true;
}

/** To be called after all hooks that look at the content type. */
export function useFileBodies(instance: FastifyInstance): void {
  instance.addContentTypeParser(FILE_TYPE, (request, _payload, done) => {
    const message = 'The body must be JSON, sent with Content-Type: application/json.';
    if (isFileBody(request)) done(null, undefined);
    else done(new AppError('http.malformed', 'malformed', message));
  });
  instance.addHook('preParsing', (request, _reply, payload, done) => {
    if (!request.is404 && isFileBody(request)) {
      const { headers } = request.raw;
      sentTypes.set(request.raw, headers['content-type'] ?? '');
      headers['content-type'] = FILE_TYPE;
    }
    done(null, payload);
  });
}

export class FileBody implements IncomingForm {
  readonly file: IncomingForm['file'];

  constructor(private readonly request: FastifyRequest) {
    const stream = new ArrivingBody(maxBodyBytes(request));
    // It may fail before anybody reads it, which is told when they do.
    stream.on('error', () => undefined);
    // Not a pipeline: that would end the connection, and with it the answer, as soon as the stream is refused.
    request.raw.once('error', (error) => stream.destroy(error));
    digestWhileRead(request);
    request.raw.pipe(stream);
    this.file = { name: '', mediaType: sentTypes.get(request.raw) ?? '', stream };
  }

  /** There is no form that could have any. */
  async fields(): Promise<Record<string, unknown>> {
    return {};
  }

  abandon(): void {
    this.request.raw.unpipe();
    this.file.stream.destroy();
  }
}

class ArrivingBody extends Transform {
  private bytes = 0;

  constructor(private readonly maxBytes: number) {
    super();
  }

  override _transform(piece: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.bytes += piece.length;
    if (this.bytes > this.maxBytes) done(tooLarge());
    else done(null, piece);
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    const isCutOff = error !== null && !(error instanceof AppError);
    const message = 'The body breaks off: its sender has left.';
    done(isCutOff ? new AppError('http.malformed', 'malformed', message, { cause: error }) : error);
  }
}

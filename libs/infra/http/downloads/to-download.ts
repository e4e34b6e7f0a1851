import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { attachmentNamed } from './content-disposition';

export interface Download {
  /** Destroyed when the reader leaves. */
  stream: Readable;
  /** Left out when it is made while it is sent. */
  bytes?: number;
  mediaType: string;
  name: string;
}

/** Of files that people have sent: browsers save them, whatever they hold, and never show or run them in our name. */
const HEADERS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cache-control': 'private, no-cache',
};

/** To be given back by a route with `AnswersFile`. */
export function toDownload(reply: FastifyReply, { stream, bytes, mediaType, name }: Download): StreamableFile {
  reply.headers(HEADERS);
  const length = bytes === undefined ? {} : { length: bytes };
  return new StreamableFile(stream, { type: mediaType, disposition: attachmentNamed(name), ...length });
}

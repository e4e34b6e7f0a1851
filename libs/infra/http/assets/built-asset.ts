/**
 * A file that the build has made for browsers. Read once: it changes with the server only. Who has it asks for changes by
 * its ETag (RFC 9110 §8.8.3), which is strong: one for each coding.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FastifyReply } from 'fastify';

const HERE = path.resolve(__dirname, '../../../..');
/** Written by `apps/build.mjs`. Found from the sources, too, as tests run them. */
const FOLDER = path.join(path.basename(HERE) === 'dist' ? HERE : path.join(HERE, 'dist'), 'clients');

export interface AssetVariant {
  body: Buffer;
  etag: string;
  /** Undefined for the file as it is. */
  coding: 'gzip' | undefined;
}

export class BuiltAsset {
  private readonly plain: AssetVariant;
  private readonly gzip: AssetVariant;

  constructor(body: Buffer) {
    const hash = createHash('sha256').update(body).digest('base64url').slice(0, 27);
    this.plain = { body, etag: `"${hash}"`, coding: undefined };
    this.gzip = { body: gzipSync(body, { level: 9 }), etag: `"${hash}-gzip"`, coding: 'gzip' };
  }

  /** @param file its name in `dist/clients`, or a path. @throws what reading it throws */
  static read(file: string): BuiltAsset {
    return new BuiltAsset(readFileSync(path.resolve(FOLDER, file)));
  }

  acceptedBy(acceptEncoding: string | undefined): AssetVariant {
    return acceptsGzip(acceptEncoding) ? this.gzip : this.plain;
  }

  /** The body for the request that `reply` answers, with its headers; undefined, and status 304, for who has it. */
  answer(reply: FastifyReply, headers: Readonly<Record<string, string>>): Buffer | undefined {
    const { 'accept-encoding': acceptEncoding, 'if-none-match': ifNoneMatch } = reply.request.headers;
    const { body, etag, coding } = this.acceptedBy(acceptEncoding?.toString());
    reply.headers({ ...headers, etag, vary: 'Accept-Encoding' });
    if (isKnown(etag, ifNoneMatch)) {
      reply.status(304);
      return undefined;
    }
    if (coding) reply.header('content-encoding', coding);
    return body;
  }
}

/** RFC 9110 §12.5.3: a coding with the quality 0 is not acceptable. */
function acceptsGzip(header = ''): boolean {
  return header.split(',').some((part) => /^\s*gzip\s*(?:;\s*q=(?:1(?:\.0*)?|0\.\d*[1-9]\d*)\s*)?$/i.test(part));
}

/** Whether `If-None-Match` (RFC 9110 §13.1.2) names it; the comparison is weak. */
export function isKnown(etag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(',').some((part) => part.trim() === '*' || part.trim().replace(/^W\//, '') === etag);
}

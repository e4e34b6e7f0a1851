/**
 * By what a request is told from another one of the same key: SHA-256 of method, path and query, and one of the bytes of the body.
 * A body that its route reads while it arrives is digested on its way, without the boundaries of a form: programs make
 * new ones for each attempt.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { hasIdempotencyKey } from './idempotency-key';

/** Digests of bodies that were read. Goes with the requests. */
const READ = new WeakMap<IncomingMessage, Buffer>();
const ARRIVING = new WeakMap<IncomingMessage, ArrivingBodyDigest>();
const NOTHING = sha256('');

export function targetDigestOf({ method, head, raw }: FastifyRequest): Buffer {
  const { url = '' } = raw;
  const query = url.includes('?') ? url.slice(url.indexOf('?')) : '';
  return sha256(`${method} ${head.path}${query}`);
}

/** For who has the bytes. Does nothing without a key. */
export function rememberBody({ raw, headers }: Pick<FastifyRequest, 'raw' | 'headers'>, body: Buffer): void {
  if (hasIdempotencyKey(headers)) READ.set(raw, sha256(body));
}

export function readBodyDigestOf({ raw }: FastifyRequest): Buffer {
  return READ.get(raw) ?? NOTHING;
}

export function digestArriving({ raw }: FastifyRequest, contentType: string): ArrivingBodyDigest {
  const digest = new ArrivingBodyDigest(raw, boundaryOf(contentType));
  ARRIVING.set(raw, digest);
  return digest;
}

/** To be called before the body is read, and in the same turn of the loop. Does nothing without a digest. */
export function digestWhileRead({ raw }: Pick<FastifyRequest, 'raw'>): void {
  ARRIVING.get(raw)?.listen();
}

export class ArrivingBodyDigest {
  private readonly hash = createHash('sha256');
  /** What may be the beginning of a boundary. */
  private tail = Buffer.alloc(0);
  private isListening = false;

  constructor(
    private readonly raw: IncomingMessage,
    private readonly boundary: Buffer | undefined,
  ) {}

  listen(): void {
    if (this.isListening) return;
    this.isListening = true;
    this.raw.on('data', (piece: Buffer) => this.take(piece));
  }

  /** Once, when the body has ended; undefined when it was not read to its end. */
  finish(): Buffer | undefined {
    return this.raw.readableEnded && this.isListening ? this.hash.update(this.tail).digest() : undefined;
  }

  private take(piece: Buffer): void {
    const { boundary } = this;
    if (!boundary) {
      this.hash.update(piece);
      return;
    }
    const bytes = Buffer.concat([this.tail, piece]);
    let from = 0;
    for (let at = bytes.indexOf(boundary); at >= 0; at = bytes.indexOf(boundary, from)) {
      this.hash.update(bytes.subarray(from, at));
      from = at + boundary.length;
    }
    const rest = Math.max(from, bytes.length - boundary.length + 1);
    this.hash.update(bytes.subarray(from, rest));
    this.tail = bytes.subarray(rest);
  }
}

/** RFC 2046, 5.1.1. */
function boundaryOf(contentType: string): Buffer | undefined {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  return boundary === undefined ? undefined : Buffer.from(boundary, 'latin1');
}

function sha256(data: string | Buffer): Buffer {
  return createHash('sha256').update(data).digest();
}

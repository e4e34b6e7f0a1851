/** Finds out what a file is while it passes by on its way into the blob store. */
import { Transform, type TransformCallback } from 'node:stream';
import { encodingOf, type TextEncoding } from '#infra/text-files';
import { knownBinary } from '#providers/text-extraction';
import { transferErrors } from '../transfers.errors';
import type { TransferFormat } from '../transfers.types';

const HEAD_BYTES = 4_096;

export interface ProbedFile {
  format: TransferFormat;
  encoding: TextEncoding;
}

export class FileProbe extends Transform {
  private head = Buffer.alloc(0);
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private isUtf8 = true;

  override _transform(piece: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    if (this.head.length < HEAD_BYTES) this.head = Buffer.concat([this.head, piece.subarray(0, HEAD_BYTES)]);
    if (this.isUtf8) this.decode(piece);
    done(null, piece);
  }

  override _flush(done: TransformCallback): void {
    if (this.isUtf8) this.decode();
    done();
  }

  /** When all of it has passed. @throws `transfers.file_empty`, `transfers.not_text` */
  get found(): ProbedFile {
    if (this.head.length === 0) throw fileError('file_empty');
    const encoding = encodingOf(this.head, this.isUtf8);
    const beginning = new TextDecoder(encoding).decode(this.head).trimStart();
    if (knownBinary(this.head) || beginning.includes('\0')) throw fileError('not_text');
    if (beginning === '') throw fileError('file_empty');
    return { encoding, format: /^[[{]/.test(beginning) ? 'jsonl' : 'csv' };
  }

  private decode(piece?: Buffer): void {
    try {
      this.decoder.decode(piece, { stream: piece !== undefined });
    } catch {
      this.isUtf8 = false;
    }
  }
}

function fileError(code: 'file_empty' | 'not_text') {
  const error = transferErrors[code]();
  return transferErrors[code]({ fields: [{ field: 'file', message: error.message }] });
}

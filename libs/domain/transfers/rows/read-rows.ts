import type { TextEncoding } from '#infra/text-files';
import type { TransferFormat } from '../transfers.types';
import { csvRows } from './csv-rows';
import type { FileRow } from './file-row';
import { jsonRows } from './json-rows';

export interface FileToRead {
  stream: AsyncIterable<Uint8Array>;
  format: TransferFormat;
  encoding: TextEncoding;
  /** How far reading is, in bytes. */
  onRead?: (bytes: number) => void;
}

/** The rows of a file while it comes, with no more than one of them in memory. @throws `transfers.broken_table`, `.no_columns` */
export function readRows(file: FileToRead): AsyncGenerator<FileRow> {
  const text = textOf(file);
  return file.format === 'csv' ? csvRows(text) : jsonRows(text);
}

/** Without a byte order mark. */
async function* textOf({ stream, encoding, onRead }: FileToRead): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let bytes = 0;
  for await (const piece of stream) {
    bytes += piece.length;
    onRead?.(bytes);
    yield decoder.decode(piece, { stream: true });
  }
  yield decoder.decode();
}

/**
 * A classifier of questions as bytes. Little-endian; a count is seven bits a byte. A change of the format, or of what
 * `question-features` makes of a text, needs a new VERSION: artefacts of older ones are trained anew.
 */
import { BrokenArtefactError, ByteReader, ByteWriter, checksum } from '#domain/classification';
import { isLanguageCode } from '#domain/language';
import type { ClassifierParts, Machines } from './classifier-parts';
import { FeatureTable } from './feature-table';
import type { Postings } from './postings';

/** "PLQC", Parley's question classifier. */
const MAGIC = 0x43514c50;
const VERSION = 1;
const HEADER_BYTES = 16;

type Column = Uint8Array | Uint16Array | Uint32Array | Float32Array;
type ColumnType<Made extends Column> = { new (buffer: ArrayBuffer): Made; readonly BYTES_PER_ELEMENT: number };

export function writeClassifier(parts: ClassifierParts): Uint8Array {
  const payload = new ByteWriter();
  payload.count(parts.ids.length);
  for (const id of parts.ids) payload.string(id);
  for (const language of parts.languages) payload.string(language);
  for (const column of [parts.rowStarts, parts.phrasings, parts.lengths]) writeColumn(payload, column);
  writeTable(payload, parts.table);
  writePostings(payload, parts.postings);
  const { starts, rows, weights, biases } = parts.machines;
  for (const column of [starts, rows, weights, biases]) writeColumn(payload, column);
  writeTable(payload, parts.answerTable);
  writePostings(payload, parts.answers);
  const bytes = payload.finish();
  const writer = new ByteWriter();
  for (const value of [MAGIC, VERSION, bytes.length, checksum(bytes)]) writer.uint32(value);
  writer.raw(bytes);
  return writer.finish();
}

/** @throws BrokenArtefactError of anything that `writeClassifier` of this version did not make */
export function readClassifier(bytes: Uint8Array): ClassifierParts {
  const reader = payloadOf(bytes);
  const count = reader.countOf(1);
  const ids = Array.from({ length: count }, () => reader.string());
  const languages = Array.from({ length: count }, () => {
    const code = reader.string();
    return isLanguageCode(code) ? code : 'simple';
  });
  const rowStarts = readColumn(reader, Uint32Array);
  const phrasings = readColumn(reader, Uint32Array);
  const lengths = readColumn(reader, Float32Array);
  const table = readTable(reader);
  const postings = readPostings(reader);
  const machines: Machines = {
    starts: readColumn(reader, Uint32Array),
    rows: readColumn(reader, Uint16Array),
    weights: readColumn(reader, Float32Array),
    biases: readColumn(reader, Float32Array),
  };
  const parts = { ids, languages, rowStarts, phrasings, lengths, table, postings, machines };
  return { ...parts, answerTable: readTable(reader), answers: readPostings(reader) };
}

/** The checksum vouches for all that follows: only what we wrote passes it. */
function payloadOf(bytes: Uint8Array): ByteReader {
  if (bytes.length < HEADER_BYTES) throw new BrokenArtefactError('it ends too early');
  const header = new ByteReader(bytes.subarray(0, HEADER_BYTES));
  if (header.uint32() !== MAGIC) throw new BrokenArtefactError('it is something else');
  const version = header.uint32();
  if (version !== VERSION) throw new BrokenArtefactError(`it has version ${version}, not ${VERSION}`);
  const payload = bytes.subarray(HEADER_BYTES);
  if (header.uint32() !== payload.length) throw new BrokenArtefactError('its length is wrong');
  if (header.uint32() !== checksum(payload)) throw new BrokenArtefactError('it is damaged');
  return new ByteReader(payload);
}

function writeColumn(writer: ByteWriter, column: Column): void {
  writer.count(column.length);
  writer.raw(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
}

function readColumn<Made extends Column>(reader: ByteReader, Type: ColumnType<Made>): Made {
  const length = reader.countOf(Type.BYTES_PER_ELEMENT);
  // A copy, since columns begin anywhere in the bytes.
  return new Type(new Uint8Array(reader.raw(length * Type.BYTES_PER_ELEMENT)).buffer);
}

function writeTable(writer: ByteWriter, { hashes, worths, questions }: FeatureTable): void {
  writer.count(questions);
  writeColumn(writer, hashes);
  writeColumn(writer, worths);
}

function readTable(reader: ByteReader): FeatureTable {
  const questions = reader.count();
  return new FeatureTable(readColumn(reader, Uint32Array), readColumn(reader, Float32Array), questions);
}

function writePostings(writer: ByteWriter, { starts, rows, values, scale }: Postings): void {
  writer.float64(scale);
  for (const column of [starts, rows, values]) writeColumn(writer, column);
}

function readPostings(reader: ByteReader): Postings {
  const scale = reader.float64();
  const starts = readColumn(reader, Uint32Array);
  return { starts, rows: readColumn(reader, Uint16Array), values: readColumn(reader, Uint8Array), scale };
}

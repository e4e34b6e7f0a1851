/**
 * The classifier as bytes. The README of this folder has the format; a change of it, or of what `text-features` makes of
 * a text, needs a new VERSION, and artefacts of older ones are trained anew.
 */
import { isLanguageCode, type LanguageCode } from '#domain/language';
import { type ConfidenceModel, SCOPE_COEFFICIENTS } from '../confidence/confidence';
import { MAX_TEXT_LENGTH } from '../features/text-features';
import { Vocabulary } from '../features/vocabulary';
import { MAX_INTENTS, type WeightTable } from '../machines/packed-weights';
import type { PackedNetwork } from '../network/packed-network';
import { BrokenArtefactError } from './broken-artefact.error';
import { ByteReader } from './byte-reader';
import { ByteWriter } from './byte-writer';
import { checksum } from './checksum';
import { readNetwork, writeNetwork } from './network-artefact';

export interface ClassifierParts {
  intents: readonly string[];
  /** Whose meanings are read, if any. */
  language: LanguageCode | undefined;
  /** As words that are mistyped may be meant, those that most examples have first. */
  spelledWords: readonly string[];
  vocabulary: Vocabulary;
  weights: WeightTable;
  network: PackedNetwork | undefined;
  confidence: ConfidenceModel;
  /** Of the scope probability. */
  threshold: number;
  maxTextLength: number;
  /** Folded examples by intent, for the cosine to the nearest. */
  nearestTexts: readonly (readonly string[])[];
}

/** "PLIC", Parley's linear intent classifier. */
const MAGIC = 0x43494c50;
const VERSION = 3;
/** Without a language, and words for spelling. */
const SECOND_VERSION = 2;
/** Machines alone. */
const OLDEST_VERSION = 1;
const HEADER_BYTES = 16;
/** The energy's stands with the network. */
const LINEAR_COEFFICIENTS = SCOPE_COEFFICIENTS - 1;
const WIDE_INTENTS = 256;

export function writeArtefact(parts: ClassifierParts): Uint8Array {
  const payload = writePayload(parts);
  const writer = new ByteWriter();
  for (const value of [MAGIC, VERSION, payload.length, checksum(payload)]) writer.uint32(value);
  writer.raw(payload);
  return writer.finish();
}

/** @throws BrokenArtefactError */
export function readArtefact(bytes: Uint8Array): ClassifierParts {
  if (bytes.length < HEADER_BYTES) throw new BrokenArtefactError('it ends too early');
  const header = new ByteReader(bytes.subarray(0, HEADER_BYTES));
  if (header.uint32() !== MAGIC) throw new BrokenArtefactError('it is something else');
  const version = header.uint32();
  if (version < OLDEST_VERSION || version > VERSION)
    throw new BrokenArtefactError(`it has version ${version}, not ${OLDEST_VERSION} to ${VERSION}`);
  const payload = bytes.subarray(HEADER_BYTES);
  if (header.uint32() !== payload.length) throw new BrokenArtefactError('its length is wrong');
  if (header.uint32() !== checksum(payload)) throw new BrokenArtefactError('it is damaged');
  return readPayload(new ByteReader(payload), version);
}

function writePayload(parts: ClassifierParts): Uint8Array {
  const writer = new ByteWriter();
  writeStrings(writer, parts.intents);
  writer.count(parts.maxTextLength);
  writer.string(parts.language ?? '');
  writeStrings(writer, parts.spelledWords);
  const { blend, scope } = parts.confidence;
  for (const value of [parts.threshold, blend.sharpness, ...scope.slice(0, LINEAR_COEFFICIENTS)]) writer.float64(value);
  writeVocabulary(writer, parts.vocabulary);
  writeWeights(writer, parts.weights);
  for (const texts of parts.nearestTexts) writeStrings(writer, texts);
  writer.count(parts.network?.hidden ?? 0);
  if (parts.network !== undefined) {
    writer.float64(blend.networkSharpness);
    writer.float64(scope[LINEAR_COEFFICIENTS]!);
    writeNetwork(writer, parts.network);
  }
  return writer.finish();
}

function readPayload(reader: ByteReader, version: number): ClassifierParts {
  const intents = readStrings(reader);
  if (intents.length > MAX_INTENTS) throw new BrokenArtefactError('it has too many intents');
  const maxTextLength = reader.count();
  if (maxTextLength > MAX_TEXT_LENGTH) throw new BrokenArtefactError('it reads too long texts');
  const language = version > SECOND_VERSION ? readLanguage(reader) : undefined;
  const spelledWords = version > SECOND_VERSION ? readStrings(reader) : [];
  const threshold = reader.float64();
  const sharpness = reader.float64();
  const scope = Array.from({ length: LINEAR_COEFFICIENTS }, () => reader.float64());
  const vocabulary = readVocabulary(reader);
  const weights = readWeights(reader, vocabulary.size, intents.length);
  const nearestTexts = intents.map(() => readStrings(reader));
  const hidden = version === OLDEST_VERSION ? 0 : reader.count();
  const networkSharpness = hidden === 0 ? 0 : reader.float64();
  scope.push(hidden === 0 ? 0 : reader.float64());
  const network = hidden === 0 ? undefined : readNetwork(reader, hidden, vocabulary.size, intents.length);
  if (reader.left > 0) throw new BrokenArtefactError('there is more behind its end');
  const confidence = { blend: { sharpness, networkSharpness }, scope };
  return {
    intents,
    language,
    spelledWords,
    vocabulary,
    weights,
    network,
    confidence,
    threshold,
    maxTextLength,
    nearestTexts,
  };
}

function readLanguage(reader: ByteReader): LanguageCode | undefined {
  const code = reader.string();
  if (code === '') return undefined;
  if (!isLanguageCode(code)) throw new BrokenArtefactError('it is of an unknown language');
  return code;
}

function writeStrings(writer: ByteWriter, strings: readonly string[]): void {
  writer.count(strings.length);
  for (const value of strings) writer.string(value);
}

function readStrings(reader: ByteReader): string[] {
  return Array.from({ length: reader.countOf(1) }, () => reader.string());
}

function writeVocabulary(writer: ByteWriter, { hashes, frequencies, examples }: Vocabulary): void {
  writer.count(examples);
  writer.count(hashes.length);
  for (const hash of hashes) writer.uint32(hash);
  for (const frequency of frequencies) writer.count(frequency);
}

function readVocabulary(reader: ByteReader): Vocabulary {
  const examples = reader.count();
  const size = reader.countOf(5);
  const hashes = Uint32Array.from({ length: size }, () => reader.uint32());
  const frequencies = Uint32Array.from({ length: size }, () => reader.count());
  if (frequencies.some((frequency) => frequency === 0)) throw new BrokenArtefactError('a feature has no examples');
  return new Vocabulary(hashes, frequencies, examples);
}

/** The intents of weights take one byte where that is enough. */
function writeWeights(writer: ByteWriter, { starts, intents, levels, scales, biases }: WeightTable): void {
  for (let intent = 0; intent < scales.length; intent++) {
    writer.float64(scales[intent]!);
    writer.float64(biases[intent]!);
  }
  for (let id = 1; id < starts.length; id++) writer.count(starts[id]! - starts[id - 1]!);
  for (const intent of intents) {
    if (scales.length > WIDE_INTENTS) writer.raw(Uint8Array.of(intent & 0xff, intent >> 8));
    else writer.raw(Uint8Array.of(intent));
  }
  writer.raw(new Uint8Array(levels.buffer, levels.byteOffset, levels.byteLength));
}

function readWeights(reader: ByteReader, features: number, intentCount: number): WeightTable {
  const scales = new Float32Array(intentCount);
  const biases = new Float32Array(intentCount);
  for (let intent = 0; intent < intentCount; intent++) {
    scales[intent] = reader.float64();
    biases[intent] = reader.float64();
  }
  const starts = readStarts(reader, features, intentCount);
  const intents = readIntents(reader, starts[features]!, intentCount);
  const levels = Int8Array.from(new Int8Array(reader.raw(starts[features]!)));
  return { starts, intents, levels, scales, biases };
}

function readStarts(reader: ByteReader, features: number, intentCount: number): Uint32Array {
  const starts = new Uint32Array(features + 1);
  for (let id = 0, total = 0; id < features; id++) {
    const count = reader.count();
    if (count > intentCount) throw new BrokenArtefactError('a feature has more weights than there are intents');
    total += count;
    if (total > reader.left) throw new BrokenArtefactError('it ends too early');
    starts[id + 1] = total;
  }
  return starts;
}

function readIntents(reader: ByteReader, count: number, intentCount: number): Uint16Array {
  const isWide = intentCount > WIDE_INTENTS;
  const bytes = reader.raw(isWide ? 2 * count : count);
  const intents = new Uint16Array(count);
  for (let at = 0; at < count; at++) intents[at] = isWide ? bytes[2 * at]! | (bytes[2 * at + 1]! << 8) : bytes[at]!;
  if (intents.some((intent) => intent >= intentCount)) throw new BrokenArtefactError('a weight is of no intent');
  return intents;
}

/**
 * What a training said of each example that it held out, kept so that two versions can be compared on the examples that both
 * have held out. Bytes, gzipped, which checks them: uint32 "PLIJ"; uint32 version; count of intents, strings; count of
 * judgements; for each uint64 key, count: true intent (0 is out of scope, else its index + 1), count: predicted intent,
 * float32 confidence, one byte: in scope; then for each its text, a string. Counts and strings are as in the artefact.
 */
import { promisify } from 'node:util';
import { gunzip, gzipSync } from 'node:zlib';
import { BrokenArtefactError } from '../artefact/broken-artefact.error';
import { ByteReader } from '../artefact/byte-reader';
import { ByteWriter } from '../artefact/byte-writer';
import { NO_INTENT } from '../examples/training-rows';

/** "PLIJ", Parley's linear intent judgements. */
const MAGIC = 0x4a494c50;
const VERSION = 1;
const LEAST_BYTES = 15;
const MAX_TEXT_LENGTH = 200;
/** 20,000 examples with texts of characters of three bytes take a fifth. */
const MAX_BYTES = 64 * 1024 * 1024;

const unzip = promisify(gunzip);

export interface Judgement {
  /** What the example is in every training: `exampleKey` of its intent and words. */
  key: bigint;
  /** Its first 200 UTF-16 units. */
  text: string;
  /** Index in `Judgements.intents`; -1 for what is out of scope. */
  intent: number;
  predicted: number;
  confidence: number;
  inScope: boolean;
}

export interface Judgements {
  /** All that the model knows. */
  intents: readonly string[];
  judged: readonly Judgement[];
}

export function writeJudgements({ intents, judged }: Judgements): Uint8Array {
  const writer = new ByteWriter();
  writer.uint32(MAGIC);
  writer.uint32(VERSION);
  writer.count(intents.length);
  for (const intent of intents) writer.string(intent);
  writer.count(judged.length);
  for (const { key, intent, predicted, confidence, inScope } of judged) {
    writer.uint32(Number(key & 0xffffffffn));
    writer.uint32(Number(key >> 32n));
    writer.count(intent === NO_INTENT ? 0 : intent + 1);
    writer.count(predicted);
    writer.float32(confidence);
    writer.raw(Uint8Array.of(inScope ? 1 : 0));
  }
  for (const { text } of judged) writer.string(text.slice(0, MAX_TEXT_LENGTH).toWellFormed());
  return new Uint8Array(gzipSync(writer.finish()));
}

/** @throws BrokenArtefactError */
export async function readJudgements(bytes: Uint8Array): Promise<Judgements> {
  const reader = new ByteReader(await unpacked(bytes));
  if (reader.left < 8 || reader.uint32() !== MAGIC) throw new BrokenArtefactError('it is something else');
  const version = reader.uint32();
  if (version !== VERSION) throw new BrokenArtefactError(`it has version ${version}, not ${VERSION}`);
  const intents = Array.from({ length: reader.countOf(1) }, () => reader.string());
  const rows = Array.from({ length: reader.countOf(LEAST_BYTES) }, () => readRow(reader, intents.length));
  const judged = rows.map((row) => ({ ...row, text: reader.string() }));
  if (reader.left > 0) throw new BrokenArtefactError('there is more behind its end');
  return { intents, judged };
}

async function unpacked(bytes: Uint8Array): Promise<Uint8Array> {
  try {
    return await unzip(bytes, { maxOutputLength: MAX_BYTES });
  } catch {
    throw new BrokenArtefactError('it cannot be unpacked');
  }
}

function readRow(reader: ByteReader, intentCount: number): Omit<Judgement, 'text'> {
  const low = BigInt(reader.uint32());
  const key = (BigInt(reader.uint32()) << 32n) | low;
  const intent = reader.count() - 1;
  const predicted = reader.count();
  if (intent >= intentCount || predicted >= intentCount) throw new BrokenArtefactError('a judgement is of no intent');
  return { key, intent, predicted, confidence: reader.float32(), inScope: reader.raw(1)[0] === 1 };
}

import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import { readTar, type TarEntry } from '#infra/tar-files';
import { AppError } from '#kernel';
import { botFileErrors } from '../bot-files.errors';
import {
  BOT_FILE,
  type BotFile,
  type BotFileCounts,
  END,
  ENTRIES,
  EXAMPLE,
  FORMAT,
  FORMAT_VERSION,
  ITEM,
  QUESTION,
  UPLOAD,
  type UploadDetails,
} from '../file/bot-file.types';

/** Of an entry that is held in memory: a page of items of the largest size is never that large in practice. */
const MAX_ENTRY_BYTES = 256 * 1024 * 1024;

type Item = z.infer<typeof ITEM>;
type Question = z.infer<typeof QUESTION>;
type Example = z.infer<typeof EXAMPLE>;

/** A part of a bot file, in the order of the file. */
export type BotPart =
  | { kind: 'bot'; bot: BotFile }
  | { kind: 'items'; base: number; rows: Item[] }
  | { kind: 'questions'; base: number; rows: Question[] }
  | { kind: 'examples'; dataset: number; rows: Example[] }
  /** Its bytes are the next part. */
  | { kind: 'upload'; details: UploadDetails }
  /** To be read to its end. */
  | { kind: 'bytes'; stream: Readable }
  | { kind: 'end'; counts: BotFileCounts };

const PATHS = {
  rows: /^(bases|datasets)\/(\d{1,5})\/(?:(items|questions)\/)?\d{1,9}\.jsonl$/,
  upload: /^uploads\/\d{1,9}(\.json)?$/,
};

/** @throws AppError `bot-files.not_a_bot`, `.cut_off`, `.too_new` */
export async function* partsOf(file: Readable): AsyncGenerator<BotPart> {
  try {
    for await (const entry of readTar(file)) {
      const part = await partOf(entry);
      if (part) yield part;
      else for await (const _piece of entry.stream);
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    // Of the store that it comes from, and of those who were asked to write what came.
    if (!isOfTheFile(error)) throw error;
    throw botFileErrors.cut_off({ cause: error });
  }
}

/**
 * Reads the whole file, before anything is made of it.
 *
 * @throws AppError `bot-files.not_a_bot`, `.cut_off`, `.too_new`
 */
export async function checkBotFile(file: Readable): Promise<BotFileCounts> {
  const counts: BotFileCounts = { items: 0, questions: 0, uploads: 0, examples: 0 };
  let [bot, end]: [BotFile | undefined, BotFileCounts | undefined] = [undefined, undefined];
  for await (const part of partsOf(file)) {
    if (part.kind === 'bot') bot = part.bot;
    else if (bot === undefined) throw botFileErrors.not_a_bot();
    else if (part.kind === 'end') end = part.counts;
    else if (part.kind === 'bytes') for await (const _piece of part.stream);
    else count(part, bot, counts);
  }
  if (bot === undefined) throw botFileErrors.not_a_bot();
  if (end === undefined || JSON.stringify(end) !== JSON.stringify(counts)) throw botFileErrors.cut_off();
  return counts;
}

function count(part: Exclude<BotPart, { kind: 'bot' | 'end' | 'bytes' }>, bot: BotFile, counts: BotFileCounts): void {
  const place = part.kind === 'upload' ? part.details.base : part.kind === 'examples' ? part.dataset : part.base;
  const places = part.kind === 'examples' ? bot.datasets : bot.bases;
  if (place >= places.length) throw botFileErrors.not_a_bot();
  if (part.kind === 'upload') counts.uploads += 1;
  else counts[part.kind] += part.rows.length;
}

async function partOf(entry: TarEntry): Promise<BotPart | undefined> {
  const { name } = entry;
  if (name === ENTRIES.bot) return { kind: 'bot', bot: botOf(await read(entry)) };
  if (name === ENTRIES.end) return { kind: 'end', counts: parse(END, await read(entry)) };
  const upload = PATHS.upload.exec(name);
  if (upload?.[1]) return { kind: 'upload', details: parse(UPLOAD, await read(entry)) };
  if (upload) return { kind: 'bytes', stream: entry.stream };
  const rows = PATHS.rows.exec(name);
  return rows ? rowsOf(rows, await read(entry)) : undefined;
}

function rowsOf([, folder, place, kind]: RegExpExecArray, content: string): BotPart | undefined {
  const lines = content.split('\n').filter((line) => line !== '');
  if (folder === 'datasets')
    return { kind: 'examples', dataset: Number(place), rows: lines.map((l) => parse(EXAMPLE, l)) };
  if (kind === 'items') return { kind, base: Number(place), rows: lines.map((line) => parse(ITEM, line)) };
  if (kind === 'questions') return { kind, base: Number(place), rows: lines.map((line) => parse(QUESTION, line)) };
  return undefined;
}

function botOf(content: string): BotFile {
  const { format, formatVersion } = parse(z.looseObject({ format: z.unknown(), formatVersion: z.unknown() }), content);
  if (format !== FORMAT) throw botFileErrors.not_a_bot();
  if (typeof formatVersion === 'number' && formatVersion > FORMAT_VERSION) throw botFileErrors.too_new();
  return parse(BOT_FILE, content);
}

function parse<Schema extends z.ZodType>(schema: Schema, content: string): z.infer<Schema> {
  const parsed = schema.safeParse(jsonOf(content));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') ?? '';
  throw botFileErrors.not_a_bot({
    message: `The file is no exported chatbot: ${where === '' ? 'a part of it' : where} is not as it must be.`,
  });
}

function jsonOf(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

async function read({ stream, bytes }: TarEntry): Promise<string> {
  if (bytes > MAX_ENTRY_BYTES) throw botFileErrors.not_a_bot();
  return (await buffer(stream)).toString('utf8');
}

/** Of zlib, and of tar. */
function isOfTheFile(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return code.startsWith('Z_') || /header|unexpected end|tar|premature close/i.test(message);
}

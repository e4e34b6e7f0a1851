import { isUtf8 } from 'node:buffer';
import { encodingOf } from '#infra/text-files';
import { invalidInput } from '#kernel';
import { knownBinary } from '#providers/text-extraction';
import type { DatasetFormat } from './dataset-files.types';

const EXTENSIONS: Readonly<Record<string, DatasetFormat>> = {
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  json: 'jsonl',
  csv: 'csv',
  tsv: 'csv',
  yml: 'rasa',
  yaml: 'rasa',
};
const MEDIA_TYPES: ReadonlyArray<readonly [RegExp, DatasetFormat]> = [
  [/\bya?ml\b|x-yaml/, 'rasa'],
  [/json/, 'jsonl'],
  [/\b(csv|tab-separated-values)\b/, 'csv'],
];
/** In UTF-16 units: enough to see what a file is. */
const HEAD_LENGTH = 4_096;

/** By its name, else by what its sender says, else by what it looks like. */
export function formatOf({ name, mediaType }: { name: string; mediaType: string }, text: string): DatasetFormat {
  const extension = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (Object.hasOwn(EXTENSIONS, extension)) return EXTENSIONS[extension]!;
  const [type = ''] = mediaType.toLowerCase().split(';', 1);
  return MEDIA_TYPES.find(([pattern]) => pattern.test(type))?.[1] ?? formatOfText(text.slice(0, HEAD_LENGTH));
}

/** Without a byte order mark. @throws AppError `input.invalid` */
export function textOfFile(bytes: Uint8Array): string {
  if (bytes.length === 0) throw fileProblem('file must be a file that is not empty.');
  if (knownBinary(bytes)) throw fileProblem('file must be lines of JSON, a table (CSV) or YAML.');
  return new TextDecoder(encodingOf(bytes, isUtf8(bytes))).decode(bytes);
}

export function fileProblem(message: string) {
  return invalidInput([{ field: 'file', message }]);
}

function formatOfText(head: string): DatasetFormat {
  if (/^\s*[[{]/.test(head)) return 'jsonl';
  const first = head.split('\n').find((line) => line.trim() !== '' && !/^(?:#|%|---)/.test(line)) ?? '';
  return /^\w+:(?:\s|$)/.test(first) ? 'rasa' : 'csv';
}

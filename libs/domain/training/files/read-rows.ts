import { csvRows } from './csv-rows';
import type { DatasetFormat } from './dataset-files.types';
import type { FileRow } from './file-row';
import { jsonRows } from './json-rows';
import { rasaRows } from './rasa/rasa-rows';

/** @param warn is told of what is passed over */
export function readRows(
  text: string,
  format: DatasetFormat,
  warn: (warning: string) => void,
): AsyncIterable<FileRow> | Iterable<FileRow> {
  if (format === 'jsonl') return jsonRows(text);
  return format === 'csv' ? csvRows(text) : rasaRows(text, warn);
}

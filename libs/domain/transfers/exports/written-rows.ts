/** Items and questions as the rows of a file, which an import reads back exactly. */
import type { RelatedPrompt } from '#domain/questions';
import { writtenCell } from '#infra/text-files';
import { writtenList } from '../rows/csv-cells';
import type { TransferFormat } from '../transfers.types';

/** Fields that say nothing are absent. */
export interface ExportedRow {
  type: 'item' | 'question';
  key: string;
  title?: string;
  content?: string;
  sourceType?: string;
  language?: string;
  name?: string;
  phrasings?: readonly string[];
  answer?: string;
  llmReply?: boolean;
  relatedPrompts?: readonly RelatedPrompt[];
  tags?: readonly string[];
  metadata?: Readonly<Record<string, unknown>>;
}

type Column = readonly [heading: string, cellOf: (row: ExportedRow) => string];

const COLUMNS: readonly Column[] = [
  ['type', ({ type }) => type],
  ['key', ({ key }) => key],
  ['title', ({ title = '' }) => title],
  ['content', ({ content = '' }) => content],
  ['source_type', ({ sourceType = '' }) => sourceType],
  ['language', ({ language = '' }) => language],
  ['name', ({ name = '' }) => name],
  ['question', ({ phrasings = [] }) => writtenList('phrasings', phrasings)],
  ['answer', ({ answer = '' }) => answer],
  ['llm_reply', ({ llmReply }) => llmReply?.toString() ?? ''],
  ['related_prompts', ({ relatedPrompts }) => jsonOf(relatedPrompts)],
  ['tags', ({ tags = [] }) => writtenList('tags', tags)],
  ['metadata', ({ metadata }) => jsonOf(metadata)],
];

/** What stands above all rows. */
export function headOf(format: TransferFormat): string {
  return format === 'csv' ? `${COLUMNS.map(([heading]) => heading).join(',')}\r\n` : '';
}

export function lineOf(format: TransferFormat, row: ExportedRow): string {
  if (format === 'jsonl') return `${JSON.stringify(row)}\n`;
  return `${COLUMNS.map(([, cellOf]) => writtenCell(cellOf(row))).join(',')}\r\n`;
}

function jsonOf(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(value);
}

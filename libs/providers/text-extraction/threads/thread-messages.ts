/** What a reading thread and the process say to each other. Values that pass between them lose their classes. */
import type { TextBlock } from '../text-extraction.contract';
import type { extractionErrors } from '../text-extraction.errors';

export const THREAD_FORMATS = [
  'pdf',
  'docx',
  'pptx',
  'xlsx',
  'eml',
  'text',
  'markdown',
  'html',
  'json',
  'csv',
] as const;

export type ThreadFormat = (typeof THREAD_FORMATS)[number];

export interface ThreadTask {
  format: ThreadFormat;
  bytes: Uint8Array;
}

export type ThreadMessage =
  /** Some of the blocks, in their order; few enough that taking them holds up nobody. */
  | { kind: 'blocks'; blocks: readonly TextBlock[] }
  | { kind: 'done'; title: string | undefined; language: string | undefined }
  | { kind: 'refused'; reason: keyof typeof extractionErrors; message: string };

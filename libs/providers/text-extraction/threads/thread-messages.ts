/** What a reading thread and the process say to each other. Values that pass between them lose their classes. */
import type { TextBlock } from '../text-extraction.contract';
import type { extractionErrors } from '../text-extraction.errors';

export type ThreadFormat = 'pdf' | 'docx';

export interface ThreadTask {
  format: ThreadFormat;
  bytes: Uint8Array;
}

export type ThreadMessage =
  /** Some of the blocks, in their order; few enough that taking them holds up nobody. */
  | { kind: 'blocks'; blocks: readonly TextBlock[] }
  | { kind: 'done'; title: string | undefined }
  | { kind: 'refused'; reason: keyof typeof extractionErrors; message: string };

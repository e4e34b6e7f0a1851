/** The program of a reading thread: one file, and then its end. See `read-in-thread`. */
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '#kernel';
import type { ExtractedText } from '../text-extraction.contract';
import { extractionErrors } from '../text-extraction.errors';
import { readDocx } from './docx-reader';
import { readPdf } from './pdf-reader';
import type { ThreadMessage, ThreadTask } from './thread-messages';

const BLOCKS_AT_ONCE = 500;

const READERS: Record<ThreadTask['format'], (bytes: Uint8Array) => Promise<ExtractedText>> = {
  pdf: readPdf,
  docx: readDocx,
};

async function run({ format, bytes }: ThreadTask): Promise<void> {
  try {
    const { title, blocks } = await READERS[format](bytes);
    for (let at = 0; at < blocks.length; at += BLOCKS_AT_ONCE) {
      tell({ kind: 'blocks', blocks: blocks.slice(at, at + BLOCKS_AT_ONCE) });
    }
    tell({ kind: 'done', title });
  } catch (error) {
    // What is not for the sender of the file goes on as it is, and ends the thread.
    if (!(error instanceof AppError)) throw error;
    const reason = error.code.slice(error.code.indexOf('.') + 1);
    if (!(reason in extractionErrors)) throw error;
    tell({ kind: 'refused', reason: reason as keyof typeof extractionErrors, message: error.message });
  }
}

function tell(message: ThreadMessage): void {
  parentPort?.postMessage(message);
}

void run(workerData as ThreadTask);

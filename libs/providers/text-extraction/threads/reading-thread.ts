/** The program of a reading thread: one file, and then its end. See `read-in-thread`. */
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '#kernel';
import { readHere } from '../readers.factory';
import { extractionErrors } from '../text-extraction.errors';
import type { ThreadMessage, ThreadTask } from './thread-messages';

const BLOCKS_AT_ONCE = 500;

async function run({ format, bytes }: ThreadTask): Promise<void> {
  try {
    const { title, language, blocks } = await readHere(format, bytes);
    for (let at = 0; at < blocks.length; at += BLOCKS_AT_ONCE) {
      tell({ kind: 'blocks', blocks: blocks.slice(at, at + BLOCKS_AT_ONCE) });
    }
    tell({ kind: 'done', title, language });
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

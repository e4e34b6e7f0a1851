/**
 * Reads files in threads of their own: whatever a file makes a reader do, it neither holds up the process nor takes it down. A
 * thread reads one file, within limits of time and memory, and ends.
 */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { MINUTE_MS } from '#kernel';
import type { ExtractedText, ExtractOptions, TextBlock } from '../text-extraction.contract';
import { extractionErrors } from '../text-extraction.errors';
import type { ThreadFormat, ThreadMessage, ThreadTask } from './thread-messages';
import { ThreadPlaces } from './thread-places';

const EXTENSION = path.extname(__filename);
const PROGRAM = path.join(__dirname, `reading-thread${EXTENSION}`);
/** In tests, which run our sources, a thread has to be able to load them, too. */
const TYPESCRIPT = path.join(__dirname, '../../../infra/database/embedded/typescript-source.cjs');
const NODE_OPTIONS = EXTENSION === '.ts' ? ['--conditions=source', '--require', TYPESCRIPT] : [];

export interface ThreadLimits {
  timeoutMs: number;
  heapMb: number;
  /** Of buffers, which stand outside the heap. */
  bufferMb: number;
}

/** A PDF of a thousand full pages takes 14 s and some 250 MB; 30 MB of any other format take less than 10 s. */
const TIMEOUTS_MS: Partial<Record<ThreadFormat, number>> = { pdf: 5 * MINUTE_MS };
const LIMITS: ThreadLimits = { timeoutMs: MINUTE_MS, heapMb: 512, bufferMb: 512 };
const LOOK_EVERY_MS = 200;
const MB = 1024 * 1024;

/** More at a time would only take memory. */
const places = new ThreadPlaces(2);

/** @throws AppError of `text-extraction.errors`; the reason of the signal when it aborts */
export async function readInThread(
  format: ThreadFormat,
  bytes: Uint8Array,
  { signal }: Pick<ExtractOptions, 'signal'>,
  limits: ThreadLimits = { ...LIMITS, timeoutMs: TIMEOUTS_MS[format] ?? LIMITS.timeoutMs },
): Promise<ExtractedText> {
  await places.take(signal);
  try {
    return await new ReadingThread({ format, bytes }, limits).run(signal);
  } finally {
    places.giveBack();
  }
}

class ReadingThread {
  private readonly worker: Worker;
  private readonly blocks: TextBlock[] = [];
  private readonly result = Promise.withResolvers<ExtractedText>();

  constructor(
    task: ThreadTask,
    private readonly limits: ThreadLimits,
  ) {
    this.worker = new Worker(PROGRAM, {
      workerData: task,
      execArgv: NODE_OPTIONS,
      // A library that warns is nobody's concern, and settings are none of the library's.
      stdout: true,
      stderr: true,
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMb },
    });
    this.worker.on('message', (message: ThreadMessage) => this.hear(message));
    this.worker.once('error', (cause) => this.result.reject(failureOf(cause)));
    this.worker.once('exit', () => this.result.reject(extractionErrors.malformed()));
  }

  async run(signal: AbortSignal | undefined): Promise<ExtractedText> {
    const stop = () => this.result.reject(signal?.reason);
    const timer = setTimeout(() => this.result.reject(tooSlow()), this.limits.timeoutMs);
    const guard = setInterval(() => this.look(), LOOK_EVERY_MS);
    signal?.addEventListener('abort', stop, { once: true });
    if (signal?.aborted) stop();
    try {
      return await this.result.promise;
    } finally {
      clearTimeout(timer);
      clearInterval(guard);
      signal?.removeEventListener('abort', stop);
      await this.worker.terminate();
    }
  }

  private hear(message: ThreadMessage): void {
    if (message.kind === 'blocks') this.blocks.push(...message.blocks);
    else if (message.kind === 'done') this.result.resolve(textOf(message, this.blocks));
    else this.result.reject(extractionErrors[message.reason]({ message: message.message }));
  }

  /** The limits of Node hold for the heap only. Before Node 24 nobody can be asked. */
  private look(): void {
    this.worker.getHeapStatistics?.().then(
      ({ external_memory: bytes }) => {
        if (bytes > this.limits.bufferMb * MB) this.result.reject(tooHungry());
      },
      // It has ended meanwhile.
      () => undefined,
    );
  }
}

function textOf({ title, language }: ThreadMessage & { kind: 'done' }, blocks: readonly TextBlock[]): ExtractedText {
  return { title, blocks, ...(language === undefined ? {} : { language }) };
}

function failureOf(cause: Error): Error {
  const { code } = cause as NodeJS.ErrnoException;
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooHungry(cause) : extractionErrors.malformed({ cause });
}

function tooHungry(cause?: Error) {
  return extractionErrors.too_complex({ message: 'Reading the file takes more memory than is allowed.', cause });
}

function tooSlow() {
  return extractionErrors.took_too_long();
}

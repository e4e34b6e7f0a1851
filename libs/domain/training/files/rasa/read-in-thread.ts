/**
 * Reads YAML in a thread of its own: the parser works without a pause, and a hostile file may take it long, or all of its
 * memory or its stack. The thread then ends alone, and the file is refused.
 */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { MINUTE_MS } from '#kernel';
import type { RasaIntent, RasaReading } from './rasa-document';
import type { RasaMessage, RasaTask } from './thread-messages';

const EXTENSION = path.extname(__filename);
const PROGRAM = path.join(__dirname, `rasa-thread${EXTENSION}`);
/** In tests, which run our sources, a thread has to be able to load them, too. */
const TYPESCRIPT = path.join(__dirname, '../../../../infra/database/embedded/typescript-source.cjs');
const NODE_OPTIONS = EXTENSION === '.ts' ? ['--conditions=source', '--require', TYPESCRIPT] : [];

export interface ThreadLimits {
  timeoutMs: number;
  heapMb: number;
}

/** 200,000 examples take 10 s and 700 MB when each is an element of a list, and a tenth of that in blocks. */
const LIMITS: ThreadLimits = { timeoutMs: MINUTE_MS, heapMb: 1_024 };

export async function readRasaInThread(text: string, limits: ThreadLimits = LIMITS): Promise<RasaReading> {
  return new ReadingThread({ text }, limits).run();
}

class ReadingThread {
  private readonly worker: Worker;
  private readonly intents: RasaIntent[] = [];
  private readonly result = Promise.withResolvers<RasaReading>();

  constructor(
    task: RasaTask,
    private readonly limits: ThreadLimits,
  ) {
    this.worker = new Worker(PROGRAM, {
      workerData: task,
      execArgv: NODE_OPTIONS,
      stdout: true,
      stderr: true,
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMb },
    });
    this.worker.on('message', (message: RasaMessage) => this.hear(message));
    this.worker.once('error', (cause) => this.refuse(faultOf(cause)));
    this.worker.once('exit', () => this.refuse('The YAML cannot be read.'));
  }

  async run(): Promise<RasaReading> {
    const timer = setTimeout(() => this.refuse('Reading the YAML takes too long.'), this.limits.timeoutMs);
    try {
      return await this.result.promise;
    } finally {
      clearTimeout(timer);
      await this.worker.terminate();
    }
  }

  private hear(message: RasaMessage): void {
    if (message.kind === 'intent') this.intents.push(message.intent);
    else this.result.resolve({ ...message, intents: this.intents });
  }

  private refuse(fault: string): void {
    this.result.resolve({ intents: [], answers: new Map(), warnings: [], problems: [{ line: 1, fault }] });
  }
}

function faultOf(cause: Error): string {
  const { code } = cause as NodeJS.ErrnoException;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return 'Reading the YAML takes more memory than is allowed.';
  return cause instanceof RangeError ? 'The YAML is nested too deep.' : 'The YAML cannot be read.';
}

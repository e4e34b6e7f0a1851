/**
 * Trains in a thread of its own: minutes of computing hold up nobody, a training that is cancelled ends at once, and one that
 * takes too much memory ends alone.
 */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { TrainedClassifier, TrainingStage } from '#domain/classification';
import { trainingErrors } from '../training.errors';
import type { ThreadMessage, ThreadOrder, ThreadTask } from './thread-messages';

const EXTENSION = path.extname(__filename);
const PROGRAM = path.join(__dirname, `training-thread${EXTENSION}`);
/** In tests, which run our sources, a thread has to be able to load them, too. */
const TYPESCRIPT = path.join(__dirname, '../../../infra/database/embedded/typescript-source.cjs');
const NODE_OPTIONS = EXTENSION === '.ts' ? ['--conditions=source', '--require', TYPESCRIPT] : [];

/** Of objects, and of the numbers in buffers, which stand outside the heap. */
export interface ThreadLimits {
  heapMb: number;
  bufferMb: number;
}

/** What 200,000 examples take, with room to spare. */
const LIMITS: ThreadLimits = { heapMb: 1_536, bufferMb: 1_536 };
const LOOK_EVERY_MS = 500;
const MB = 1024 * 1024;

export interface TrainingOrder {
  seed: number | undefined;
  /** Read while the thread begins; each portion as a column of texts and one of intents. */
  portions: AsyncIterable<{ texts: readonly string[]; intents: readonly string[] }>;
  signal: AbortSignal;
  /** Percent rises from 0 to 100. */
  onProgress(percent: number, stage: TrainingStage): void;
}

/** @throws AppError `training.too_hungry`; what reading the portions throws; the reason of the signal when it aborts */
export async function trainInThread(order: TrainingOrder, limits: ThreadLimits = LIMITS): Promise<TrainedClassifier> {
  order.signal.throwIfAborted();
  return new TrainingThread(order, limits).run();
}

class TrainingThread {
  private readonly worker: Worker;
  private readonly result = Promise.withResolvers<TrainedClassifier>();

  constructor(
    private readonly order: TrainingOrder,
    private readonly limits: ThreadLimits,
  ) {
    this.worker = new Worker(PROGRAM, {
      workerData: { seed: order.seed } satisfies ThreadTask,
      execArgv: NODE_OPTIONS,
      // Settings are none of its business.
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMb },
    });
    this.worker.on('message', (message: ThreadMessage) => this.hear(message));
    this.worker.once('error', (cause) => this.result.reject(failureOf(cause)));
    this.worker.once('exit', () => this.result.reject(new Error('The training thread ended without a model.')));
    // Until it is awaited, when the portions have been read.
    this.result.promise.catch(() => undefined);
  }

  async run(): Promise<TrainedClassifier> {
    const { signal } = this.order;
    const stop = () => this.result.reject(signal.reason);
    const guard = setInterval(() => this.look(), LOOK_EVERY_MS);
    signal.addEventListener('abort', stop, { once: true });
    try {
      return await Promise.race([this.result.promise, this.feed()]);
    } finally {
      clearInterval(guard);
      signal.removeEventListener('abort', stop);
      await this.worker.terminate();
    }
  }

  /** Never resolves to anything but the result, so that a fault on either side ends both. */
  private async feed(): Promise<TrainedClassifier> {
    for await (const { texts, intents } of this.order.portions) {
      this.order.signal.throwIfAborted();
      this.tell({ kind: 'examples', texts, intents });
    }
    this.tell({ kind: 'train' });
    return this.result.promise;
  }

  private tell(order: ThreadOrder): void {
    this.worker.postMessage(order);
  }

  private hear(message: ThreadMessage): void {
    if (message.kind === 'progress') this.order.onProgress(message.percent, message.stage);
    else {
      const { artefact, report, judgements } = message;
      this.result.resolve({ artefact, report, judgements });
    }
  }

  /** The limits of Node hold for the heap only. Before Node 24 nobody can be asked. */
  private look(): void {
    this.worker.getHeapStatistics?.().then(
      ({ external_memory: bytes }) => {
        if (bytes > this.limits.bufferMb * MB) this.result.reject(trainingErrors.too_hungry());
      },
      // It has ended meanwhile.
      () => undefined,
    );
  }
}

function failureOf(cause: Error): Error {
  const { code } = cause as NodeJS.ErrnoException;
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? trainingErrors.too_hungry({ cause }) : cause;
}

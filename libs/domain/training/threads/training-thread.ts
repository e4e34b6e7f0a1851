/** The program of a training thread: the examples of one session, one model, and then its end. See `train-in-thread`. */
import { parentPort, workerData } from 'node:worker_threads';
import { type LabelledText, trainClassifier } from '#domain/classification';
import { giveWay } from './give-way';
import type { ThreadMessage, ThreadOrder, ThreadTask } from './thread-messages';

const { seed } = workerData as ThreadTask;
const examples: LabelledText[] = [];

giveWay();

parentPort?.on('message', (order: ThreadOrder) => {
  if (order.kind === 'examples') take(order.texts, order.intents);
  else train();
});

function take(texts: readonly string[], intents: readonly string[]): void {
  for (const [at, text] of texts.entries()) examples.push({ text, intent: intents[at] ?? '' });
}

function train(): void {
  const { artefact, report, judgements } = trainClassifier(examples, {
    ...(seed === undefined ? {} : { seed }),
    onProgress: (percent, stage) => tell({ kind: 'progress', percent, stage }),
  });
  const owned = new Uint8Array(artefact);
  tell({ kind: 'trained', artefact: owned, report, judgements }, [owned.buffer]);
  parentPort?.close();
}

function tell(message: ThreadMessage, moved: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, moved);
}

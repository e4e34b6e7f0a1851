/** The program of a thread that reads one file of Rasa, and then ends. See `read-in-thread`. */
import { parentPort, workerData } from 'node:worker_threads';
import { type RasaIntent, readRasa } from './rasa-document';
import type { RasaMessage, RasaTask } from './thread-messages';

const TEXTS_AT_ONCE = 2_000;

function run({ text }: RasaTask): void {
  const { intents, ...rest } = readRasa(text);
  for (const intent of intents) for (const portion of portionsOf(intent)) tell({ kind: 'intent', intent: portion });
  tell({ kind: 'done', ...rest });
}

function* portionsOf({ intent, texts, lines }: RasaIntent): Generator<RasaIntent> {
  for (let at = 0; at < texts.length; at += TEXTS_AT_ONCE) {
    yield { intent, texts: texts.slice(at, at + TEXTS_AT_ONCE), lines: lines.slice(at, at + TEXTS_AT_ONCE) };
  }
}

function tell(message: RasaMessage): void {
  parentPort?.postMessage(message);
}

run(workerData as RasaTask);

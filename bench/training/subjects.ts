/** What is measured: the library in this process, or a server by its HTTP API. */
import type { LabelledText } from '../../libs/domain/classification/classifier.types';
import { IntentClassifier } from '../../libs/domain/classification/intent-classifier';
import { trainClassifier } from '../../libs/domain/classification/train-classifier';
import { must, type WireClient } from '../../libs/testing/parley';
import type { Predicted } from './measures';

export interface Training {
  seconds: number;
  bytes: number;
  /** Milliseconds of predictions of one text each. */
  latenciesMs: number[];
  predictions: Predicted[];
}

export type Subject = (
  train: readonly LabelledText[],
  asked: readonly string[],
  onProgress: (percent: number, stage: string) => void,
) => Promise<Training>;

/** Asked of a server one by one; the rest goes in large requests. */
const SINGLE_PREDICTIONS = 300;
const WARM_UP = 50;
const TEXTS_PER_REQUEST = 1_000;
const EXAMPLES_PER_REQUEST = 1_000;
const POLL_MS = 250;

export const direct: Subject = async (train, asked, onProgress) => {
  const start = performance.now();
  const { artefact } = trainClassifier(train, { onProgress });
  const seconds = (performance.now() - start) / 1_000;
  const classifier = IntentClassifier.load(artefact);
  for (const text of asked.slice(0, WARM_UP)) classifier.predict(text);
  const latenciesMs: number[] = [];
  const predictions = asked.map((text) => {
    const before = performance.now();
    const prediction = classifier.predict(text);
    latenciesMs.push(performance.now() - before);
    return prediction;
  });
  return { seconds, bytes: artefact.byteLength, latenciesMs, predictions };
};

/** Leaves nothing behind on the server. */
export function overHttp(wire: WireClient): Subject {
  return async (train, asked, onProgress) => {
    const bot = must(await wire.post('/api/v1/chatbots', { name: 'Training bench' }), 201).body.data.id;
    const botPath = `/api/v1/chatbots/${bot}`;
    try {
      const seconds = await trainOver(wire, botPath, train, onProgress);
      const [model] = must(await wire.get(`${botPath}/training/models`), 200).body.data;
      const latenciesMs = await latenciesOf(wire, botPath, asked);
      return { seconds, bytes: model.bytes, latenciesMs, predictions: await predictionsOf(wire, botPath, asked) };
    } finally {
      must(await wire.delete(botPath), 200);
    }
  };
}

/** Seconds from the request for a session to its end. */
async function trainOver(
  wire: WireClient,
  botPath: string,
  train: readonly LabelledText[],
  onProgress: (percent: number, stage: string) => void,
): Promise<number> {
  const dataset = must(await wire.post(`${botPath}/training/datasets`, { name: 'Examples' }), 201).body.data.id;
  for (const part of partsOf(train, EXAMPLES_PER_REQUEST)) {
    const examples = part.map(({ text, intent }) => ({ input: text, output: intent }));
    must(await wire.post(`/api/v1/training/datasets/${dataset}/examples`, { examples }), 201);
  }
  const start = performance.now();
  const { id } = must(await wire.post(`${botPath}/training/sessions`, { datasetId: dataset }), 201).body.data;
  for (;;) {
    const session = must(await wire.get(`/api/v1/training/sessions/${id}`), 200).body.data;
    if (session.status === 'completed') return (performance.now() - start) / 1_000;
    if (session.status === 'failed' || session.status === 'cancelled')
      throw new Error(`The session ${session.status}: ${session.error}`);
    onProgress(session.progress ?? 0, session.stage ?? session.status);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

async function latenciesOf(wire: WireClient, botPath: string, asked: readonly string[]): Promise<number[]> {
  const latenciesMs: number[] = [];
  const step = Math.max(1, Math.floor(asked.length / SINGLE_PREDICTIONS));
  for (const text of asked.filter((_, at) => at % step === 0)) {
    const before = performance.now();
    must(await wire.post(`${botPath}/intents/predict`, { text }), 200);
    latenciesMs.push(performance.now() - before);
  }
  return latenciesMs.slice(Math.min(WARM_UP, latenciesMs.length - 1));
}

async function predictionsOf(wire: WireClient, botPath: string, asked: readonly string[]): Promise<Predicted[]> {
  const predictions: Predicted[] = [];
  for (const texts of partsOf(asked, TEXTS_PER_REQUEST)) {
    predictions.push(...must(await wire.post(`${botPath}/intents/predict`, { texts }), 200).body.data);
  }
  return predictions;
}

function partsOf<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}

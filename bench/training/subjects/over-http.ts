/** A server by its HTTP API. */
import { must, type WireClient } from '../../../libs/testing/parley';
import { cpuMs } from '../../chat/processes';
import type { Predicted } from '../measures';
import { createDataset, type SessionState, sessionCompleted, startSession } from '../sessions';
import type { Subject, TrainedSubject } from './subject.types';

export interface Server {
  wire: WireClient;
  /** Of one on this machine, whose processor time is then measured. */
  pid?: number;
  stop(): Promise<void>;
}

/** Asked one by one; the rest goes in large requests. */
const SINGLE_PREDICTIONS = 300;
const WARM_UP = 50;
const TEXTS_PER_REQUEST = 1_000;
const POLL_MS = 250;

/** Leaves nothing behind on the server. */
export function overHttp({ wire, pid, stop }: Server): Subject {
  return {
    name: 'Parley by HTTP',
    async train(examples, onProgress) {
      const bot = must(await wire.post('/api/v1/chatbots', { name: 'Training bench' }), 201).body.data.id;
      const botPath = `/api/v1/chatbots/${bot}`;
      const dataset = await createDataset(wire, bot, examples);
      const cpuBeforeMs = pid === undefined ? undefined : cpuMs(pid);
      const startMs = performance.now();
      const session = await startSession(wire, bot, dataset);
      const tell = ({ progress, stage, status }: SessionState) => onProgress(progress, stage ?? status);
      await sessionCompleted(wire, session, POLL_MS, tell);
      const seconds = (performance.now() - startMs) / 1_000;
      const cpuAfterMs = pid === undefined ? undefined : cpuMs(pid);
      const cpuS =
        cpuBeforeMs === undefined || cpuAfterMs === undefined ? undefined : (cpuAfterMs - cpuBeforeMs) / 1_000;
      return trainedOf(wire, botPath, seconds, cpuS);
    },
    stop,
  };
}

async function trainedOf(
  wire: WireClient,
  botPath: string,
  seconds: number,
  cpuS: number | undefined,
): Promise<TrainedSubject> {
  const [model] = must(await wire.get(`${botPath}/training/models`), 200).body.data;
  return {
    costs: {
      trainingS: seconds,
      artefactMb: model.bytes / 1e6,
      ...(cpuS === undefined ? {} : { trainingCpuS: cpuS }),
    },
    predict: (texts) => predictionsOf(wire, botPath, texts),
    latenciesMs: (texts) => latenciesOf(wire, botPath, texts),
    close: async () => void must(await wire.delete(botPath), 200),
  };
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

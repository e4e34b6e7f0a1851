import { readdirSync } from 'node:fs';
import os from 'node:os';
import { IntentClassifier, trainClassifier } from '#domain/classification';
import { ownThread } from './give-way';
import { type TrainingOrder, trainInThread } from './train-in-thread';

const EXAMPLES = ['hello', 'hi there', 'good morning', 'good evening'].flatMap((text) => [
  { text, intent: 'greeting' },
  { text: `refund ${text}`, intent: 'refund' },
]);
const MANY = Array.from({ length: 5_000 }, (_, at) => ({
  text: `lamp ${at} in room ${at % 91}`,
  intent: `i${at % 40}`,
}));

async function* portionsOf(examples: readonly { text: string; intent: string }[], size = 3) {
  for (let at = 0; at < examples.length; at += size) {
    const portion = examples.slice(at, at + size);
    yield { texts: portion.map(({ text }) => text), intents: portion.map(({ intent }) => intent) };
  }
}

function orderOf(changes: Partial<TrainingOrder> = {}): TrainingOrder {
  const { signal } = new AbortController();
  return { seed: 1, portions: portionsOf(EXAMPLES), signal, onProgress: () => undefined, ...changes };
}

describe('a training in a thread', () => {
  test('makes the same model as one in the process, and tells how far it is', async () => {
    const told: number[] = [];
    const { artefact, report } = await trainInThread(orderOf({ onProgress: (percent) => told.push(percent) }));
    const here = trainClassifier(EXAMPLES, { seed: 1 });
    expect(Buffer.compare(artefact, here.artefact)).toBe(0);
    expect(report).toEqual(here.report);
    expect(IntentClassifier.load(artefact).predict('hello').intent).toBe('greeting');
    expect(told.at(-1)).toBe(100);
    expect(told).toEqual(told.toSorted((one, other) => one - other));
  });

  test('gives way to all other threads where the system can, and to none that has begun before', async () => {
    const priorities: number[] = [];
    const look = () => {
      // Without threads that have numbers there is one priority, and nobody gave way.
      const threads = ownThread() === undefined ? [0] : readdirSync('/proc/self/task').map(Number);
      priorities.push(...threads.map((thread) => os.getPriority(thread)));
    };
    await trainInThread(orderOf({ onProgress: look }));
    const own = os.getPriority();
    const lowered = os.constants.priority.PRIORITY_BELOW_NORMAL;
    expect([...new Set(priorities)].sort()).toEqual(ownThread() === undefined ? [own] : [own, lowered].sort());
  });

  test('ends at once when its signal aborts', async () => {
    const stopping = new AbortController();
    const reason = new Error('Cancelled.');
    const working = trainInThread(orderOf({ portions: portionsOf(MANY, 1_000), signal: stopping.signal }));
    setImmediate(() => stopping.abort(reason));
    await expect(working).rejects.toBe(reason);
    await expect(trainInThread(orderOf({ signal: stopping.signal }))).rejects.toBe(reason);
  });

  test('fails with what its examples cannot be read for', async () => {
    async function* broken() {
      yield* portionsOf(EXAMPLES);
      throw new Error('Out of reach.');
    }
    await expect(trainInThread(orderOf({ portions: broken() }))).rejects.toThrow('Out of reach.');
  });

  test('ends alone when it takes too much memory', async () => {
    const portions = portionsOf(
      Array.from({ length: 400_000 }, (_, at) => ({ text: `text ${at}`, intent: 'a' })),
      10_000,
    );
    const working = trainInThread(orderOf({ portions }), { heapMb: 16, bufferMb: 512 });
    await expect(working).rejects.toMatchObject({ code: 'training.too_hungry' });
  });
});

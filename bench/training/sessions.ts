/** Training sessions as a client of the main API has them. */
import { setTimeout as delay } from 'node:timers/promises';
import type { LabelledText } from '../../libs/domain/classification/classifier.types';
import { must, type WireClient } from '../../libs/testing/parley';

const EXAMPLES_PER_REQUEST = 1_000;

export interface SessionState {
  status: string;
  stage: string | null;
  progress: number;
  error: string | null;
  metrics: { examples: number; modelVersion: number } | null;
}

/** Gives the id of the dataset. */
export async function createDataset(wire: WireClient, botId: string, texts: readonly LabelledText[]): Promise<string> {
  const path = `/api/v1/chatbots/${botId}/training/datasets`;
  const { id } = must(await wire.post(path, { name: 'Examples' }), 201).body.data;
  for (let from = 0; from < texts.length; from += EXAMPLES_PER_REQUEST) {
    const part = texts.slice(from, from + EXAMPLES_PER_REQUEST);
    const examples = part.map(({ text, intent }) => ({ input: text, output: intent }));
    must(await wire.post(`/api/v1/training/datasets/${id}/examples`, { examples }), 201);
  }
  return id;
}

/** Gives the id of the session. */
export async function startSession(wire: WireClient, botId: string, datasetId: string): Promise<string> {
  const path = `/api/v1/chatbots/${botId}/training/sessions`;
  return must(await wire.post(path, { datasetId }), 201).body.data.id;
}

export async function readSession(wire: WireClient, id: string): Promise<SessionState> {
  return must(await wire.get(`/api/v1/training/sessions/${id}`), 200).body.data;
}

/** @throws Error when it fails or is cancelled */
export async function sessionCompleted(
  wire: WireClient,
  id: string,
  pollMs: number,
  onState: (state: SessionState) => void = () => {},
): Promise<SessionState> {
  for (;;) {
    const state = await readSession(wire, id);
    if (state.status === 'completed') return state;
    if (state.status === 'failed' || state.status === 'cancelled')
      throw new Error(`The session ${state.status}: ${state.error}`);
    onState(state);
    await delay(pollMs);
  }
}

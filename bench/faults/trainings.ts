/** Workers die while they train, sessions are cancelled while they run; no session is lost, and no thread goes on. */
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { createBotThatKnows, must, registerTeam, WireClient } from '../../libs/testing/parley';
import { option } from '../retrieval/options';
import { manyExamples } from '../training/many-examples';
import { createDataset, readSession, type SessionState, startSession } from '../training/sessions';
import { busyThreadOf, isThere } from './busy-thread';
import type { Cluster, Install } from './cluster';

/** At how much of the work, in percent: while machines and networks are held out, and while the last network is fitted. */
const KILLED_AT = (option('kill-at') ?? '10,50,85').split(',').map(Number);
const CANCELLED_AT = (option('cancel-at') ?? '10,50,85').split(',').map(Number);
const POLL_MS = 20;
const CANCEL_LIMIT_MS = 1_000;
/** A session that has not ended by then counts as hanging. */
const END_LIMIT_MS = 20 * 60_000;

interface Scene {
  cluster: Cluster;
  wire: WireClient;
  client: Client;
  botId: string;
  datasetId: string;
  examples: number;
}

export async function trainings(install: Install): Promise<string[]> {
  const { cluster, databaseUrl } = await install();
  const { asKey: wire } = await registerTeam(new WireClient(cluster.baseUrl));
  const { botId } = await createBotThatKnows(wire, []);
  const examples = manyExamples();
  const datasetId = await createDataset(wire, botId, examples);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const scene = { cluster, wire, client, botId, datasetId, examples: examples.length };
  try {
    console.log(`Sessions over ${examples.length} examples.\n`);
    const killFaults: string[] = [];
    for (const [at, percent] of KILLED_AT.entries()) killFaults.push(...(await killedAt(scene, percent, at + 1)));
    const cancelFaults: string[] = [];
    for (const percent of CANCELLED_AT) cancelFaults.push(...(await cancelledAt(scene, percent)));
    return [...killFaults, ...cancelFaults, ...(await faultsAtTheEnd(scene))];
  } finally {
    await client.end();
  }
}

/** The worker that trains is killed; another one, or itself when it is there again, makes the model. */
async function killedAt(scene: Scene, percent: number, version: number): Promise<string[]> {
  const { cluster, wire, client } = scene;
  const id = await startSession(wire, scene.botId, scene.datasetId);
  const reached = await untilReached(wire, id, percent);
  const { pid } = await busyThreadOf(cluster.workerPids);
  const dead = await runOf(client, id);
  const killedMs = performance.now();
  const restarted = cluster.killWorkerOf(pid);
  await until(async () => ![undefined, dead].includes(await runOf(client, id)));
  const takenUpMs = performance.now();
  const ended = await untilEnded(wire, id);
  await restarted;
  const seconds = [takenUpMs, performance.now()].map((ms) => ((ms - killedMs) / 1_000).toFixed(1));
  console.log(
    `Killed at ${told(reached)}: taken up again after ${seconds[0]} s, ${ended.status} after ${seconds[1]} s.`,
  );
  const { examples, modelVersion } = ended.metrics ?? {};
  return [
    ...(ended.status === 'completed' ? [] : [`the session killed at ${percent} % is ${ended.status}: ${ended.error}`]),
    ...(examples === scene.examples ? [] : [`it was trained from ${examples} examples`]),
    ...(modelVersion === version ? [] : [`its model is version ${modelVersion}, not ${version}`]),
  ];
}

async function cancelledAt({ cluster, wire, botId, datasetId }: Scene, percent: number): Promise<string[]> {
  const id = await startSession(wire, botId, datasetId);
  const reached = await untilReached(wire, id, percent);
  const thread = await busyThreadOf(cluster.workerPids);
  const deletion = await wire.delete(`/api/v1/training/datasets/${datasetId}`);
  const startMs = performance.now();
  const cancellation = await wire.delete(`/api/v1/training/sessions/${id}`);
  const [toldMs, goneMs] = await Promise.all([
    after(startMs, async () => (await readSession(wire, id)).status === 'cancelled'),
    after(startMs, async () => !isThere(thread)),
  ]);
  console.log(
    `Cancelled at ${told(reached)}: told after ${toldMs.toFixed(0)} ms, the thread gone after ${goneMs.toFixed(0)} ms.`,
  );
  return [
    ...(deletion.status === 409 ? [] : [`deleting the dataset meanwhile is answered with ${deletion.status}`]),
    ...(cancellation.status === 200 ? [] : [`cancelling is answered with ${cancellation.status}`]),
    ...(toldMs <= CANCEL_LIMIT_MS ? [] : [`a session is told to be cancelled ${toldMs.toFixed(0)} ms later`]),
    ...(goneMs <= CANCEL_LIMIT_MS ? [] : [`a thread goes on for ${goneMs.toFixed(0)} ms`]),
  ];
}

/** One model for each session that was completed, the newest in use, and nothing that still runs. */
async function faultsAtTheEnd({ wire, client, botId, datasetId }: Scene): Promise<string[]> {
  const models = must(await wire.get(`/api/v1/chatbots/${botId}/training/models?limit=100`), 200).body.data;
  const expected = KILLED_AT.map((_, at) => KILLED_AT.length - at);
  const versions = models.map(({ version }: { version: number }) => version);
  const active = models
    .filter(({ isActive }: { isActive: boolean }) => isActive)
    .map(({ version }: { version: number }) => version);
  const { rows } = await client.query(
    `select count(*)::int as count from training_session where status in ('pending', 'in_progress')`,
  );
  const deletion = await wire.delete(`/api/v1/training/datasets/${datasetId}`);
  return [
    ...(versions.join() === expected.join() ? [] : [`there are the versions ${versions.join()} of the model`]),
    ...(active.join() === String(expected[0]) ? [] : [`active are the versions ${active.join()}`]),
    ...(rows[0].count === 0 ? [] : [`${rows[0].count} sessions are still under way`]),
    ...(deletion.status === 200 ? [] : [`deleting the dataset afterwards is answered with ${deletion.status}`]),
  ];
}

/** Undefined while no run has it. */
async function runOf(client: Client, id: string): Promise<string | undefined> {
  const { rows } = await client.query('select run_id from training_session where id = $1', [id]);
  return rows[0]?.run_id ?? undefined;
}

async function untilReached(wire: WireClient, id: string, percent: number): Promise<SessionState> {
  let state: SessionState | undefined;
  await until(async () => {
    state = await readSession(wire, id);
    return state.progress >= percent;
  });
  return state!;
}

async function untilEnded(wire: WireClient, id: string): Promise<SessionState> {
  let state: SessionState | undefined;
  await until(async () => {
    state = await readSession(wire, id).catch(() => undefined);
    return state !== undefined && !['pending', 'in_progress'].includes(state.status);
  });
  return state!;
}

async function after(startMs: number, isSo: () => Promise<boolean>): Promise<number> {
  await until(isSo);
  return performance.now() - startMs;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadlineMs = performance.now() + END_LIMIT_MS;
  while (!(await isSo())) {
    if (performance.now() > deadlineMs) throw new Error('A session hangs.');
    await wait(POLL_MS);
  }
}

function told({ progress, stage }: SessionState): string {
  return `${progress} % (${stage})`;
}

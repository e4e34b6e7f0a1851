/** Documents are uploaded and turns taken; none that was acknowledged may be lost or doubled. */
import { createBotThatKnows, registerTeam, WireClient } from '../../libs/testing/parley';
import { option } from '../retrieval/options';
import { breakagesOf, type Kill, killAll, recovery } from './breakages';
import type { Installed } from './cluster';
import { Load, wait } from './load';
import { Verification } from './verification';

const documents = Number(option('documents') ?? 500);
const turns = Number(option('turns') ?? 500);
const kills = Number(option('kills') ?? 10);
/** Between two kills, on average; the load is spread over all of it. */
const GAP_MS = 4_000;
const EVENTS_TOLD_LIMIT_MS = 90_000;
/** Told in the report: those that a killed worker held. */
const SLOWEST = 10;

export async function documentsAndTurns({ cluster, databaseUrl, redisUrl }: Installed): Promise<string[]> {
  const { asKey } = await registerTeam(new WireClient(cluster.baseUrl));
  const { botId } = await createBotThatKnows(asKey, [
    { title: 'Opening hours', content: 'The shop opens at 9:00 from Monday to Friday.' },
  ]);
  const load = new Load(asKey, botId);
  const plan = breakagesOf(cluster, redisUrl).flatMap((breakage) => Array.from({ length: kills }, () => breakage));
  const totalMs = plan.length * GAP_MS;
  const killing = killAll(
    plan.toSorted(() => Math.random() - 0.5),
    GAP_MS,
  );
  await Promise.all([load.upload(documents, totalMs / documents), load.ask(turns, totalMs / turns)]);
  const killed = await killing;
  await load.settled();
  const faults = await settledFaults(new Verification(asKey, botId, databaseUrl), load);
  report(killed, load);
  return faults;
}

/** Events are told again after a lease, so the last ones of a killed worker take their time. */
async function settledFaults(verification: Verification, load: Load): Promise<string[]> {
  const deadlineMs = performance.now() + EVENTS_TOLD_LIMIT_MS;
  for (;;) {
    const faults = await verification.faults(load);
    if (faults.length === 0 || performance.now() > deadlineMs) return faults;
    await wait(2_000);
  }
}

function report(killed: readonly Kill[], load: Load): void {
  console.log(`\nAcknowledged: ${load.documents.length} documents, ${load.turns.length} turns.`);
  console.log(`Not acknowledged: ${load.refused.documents} uploads, ${load.refused.turns} turns.\n`);
  const slowest = load.indexingMs.toSorted((a, b) => b - a).slice(0, SLOWEST);
  console.log(`The slowest documents were ready after ${slowest.map((ms) => (ms / 1_000).toFixed(1)).join(', ')} s.\n`);
  console.log('| killed | times | next turn answered after: p50, max ms | next document ready after: p50, max ms |');
  console.log('| --- | --- | --- | --- |');
  for (const kind of new Set(killed.map((kill) => kill.kind))) {
    const ofKind = killed.filter((kill) => kill.kind === kind);
    const cells = (['turnsMs', 'documentsMs'] as const).map((what) => recovery(ofKind, load.successes[what]));
    console.log(`| ${kind} | ${ofKind.length} | ${cells.join(' | ')} |`);
  }
}

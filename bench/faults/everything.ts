/** All that clients do goes on while everything is broken at random moments; nothing acknowledged may be lost or doubled. */
import { setTimeout as wait } from 'node:timers/promises';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../libs/kernel';
import { type AllActivities, openActivities } from '../traffic/all-activities';
import { Journal } from '../traffic/journal';
import { Outside, openScene, type Scene } from '../traffic/scene';
import { Traffic } from '../traffic/traffic';
import { type Breakage, type Broken, breakOne, killsOf } from './breakages';
import type { Install, Installed } from './cluster';
import { anyOf, random, setting } from './options';
import { failures, firstAnswer, lastFailure, printTable, recovery } from './recovery';
import { pendingReplies, storedFaults } from './stored';
import { troublesOf } from './troubles';
import { WebhookVerification } from './webhook-verification';

const KILLING_MS = Number(setting('minutes', '10')) * MINUTE_MS;
const PACE = Number(setting('pace', '1'));
/** Between two kills at most. */
const GAP_MS = 8 * SECOND_MS;
/** Clocks may have been turned back by two hours. */
const LONG_AFTER_MS = 3 * HOUR_MS;
const CALM_MS = 5 * SECOND_MS;
/** What dead processes held is taken up when leases have ended, and retried after growing pauses. */
const SETTLED_LIMIT_MS = Number(setting('settle-minutes', '10')) * MINUTE_MS;

export async function everything(install: Install): Promise<string[]> {
  const outside = await Outside.start();
  const installed = await install({ ...outside.settings });
  const { cluster, databaseUrl } = installed;
  const scene = await openScene(cluster.baseUrl, outside, new Journal());
  const activities = await openActivities(scene);
  const traffic = new Traffic(activities.all, PACE);
  try {
    const { broken, faults } = await breakUnderTraffic(installed, scene, traffic);
    const settlingMs = performance.now();
    const left = await traffic.faults(SETTLED_LIMIT_MS, () => storedFaultsOf(installed, scene, activities));
    const settledMs = performance.now();
    // The time after which replies of dead processes are given up passes at once.
    cluster.turnClocks(LONG_AFTER_MS);
    const pending = await traffic.faults(SETTLED_LIMIT_MS, () => pendingReplies(databaseUrl));
    report(broken, scene, activities);
    console.log(`\nAll was settled ${((settledMs - settlingMs) / SECOND_MS).toFixed(0)} s after the end.`);
    return [...faults, ...new Set([...left, ...pending]), ...scene.journal.hangs(), ...cluster.ownEnds];
  } finally {
    await outside.stop();
  }
}

async function breakUnderTraffic(installed: Installed, scene: Scene, traffic: Traffic) {
  let isOver = false;
  const going = traffic.run(() => isOver);
  await wait(CALM_MS);
  const broken: Broken[] = [];
  const faults = await breakEverything(killsOf(installed), troublesOf(installed, scene), broken);
  await wait(CALM_MS);
  isOver = true;
  await going;
  await traffic.settled();
  return { broken, faults };
}

/** Kills for the given time; each trouble comes once, anywhere between them, and its time does not count. */
async function breakEverything(
  kills: readonly Breakage[],
  troubles: readonly Breakage[],
  broken: Broken[],
): Promise<string[]> {
  const faults: string[] = [];
  const waiting = random.shuffled(troubles).map((trouble) => ({ trouble, fromMs: random.next() * KILLING_MS }));
  let spentMs = 0;
  while (spentMs < KILLING_MS) {
    for (const due of waiting.filter(({ fromMs }) => fromMs <= spentMs)) {
      waiting.splice(waiting.indexOf(due), 1);
      faults.push(...(await breakOne(due.trouble, broken)));
      await wait(CALM_MS);
    }
    const startMs = performance.now();
    await wait(random.next() * GAP_MS);
    faults.push(...(await breakOne(anyOf(kills), broken)));
    spentMs += performance.now() - startMs;
  }
  for (const { trouble } of waiting) {
    faults.push(...(await breakOne(trouble, broken)));
    await wait(CALM_MS);
  }
  return faults;
}

async function storedFaultsOf(
  { databaseUrl }: Installed,
  { outside, botId }: Scene,
  { documents }: AllActivities,
): Promise<string[]> {
  const log = new WebhookVerification(databaseUrl, outside.sink);
  return [...(await storedFaults(databaseUrl, documents.keptIds, botId)), ...(await log.logFaults())];
}

function report(broken: readonly Broken[], { journal }: Scene, { all, webhooks }: AllActivities): void {
  console.log('\nAcknowledged:');
  for (const activity of all) console.log(`- ${activity.name}: ${activity.told()}`);
  printFailures(journal);
  const ofKind = (pattern: RegExp) => journal.attempts.filter(({ kind }) => pattern.test(kind));
  // Messages of channels are told again, and background work ends by itself: neither is a request that failed.
  const requests = ofKind(/^(?!channel, |document, ready)/);
  printTable(broken, [
    failures(requests, broken),
    lastFailure(requests, broken),
    firstAnswer('next turn answered after', ofKind(/^turn, /)),
    firstAnswer('next file taken after', ofKind(/^document, file/)),
    { head: 'next document ready after: p50, max ms', cell: (of) => recovery(of, endsOf(ofKind(/^document, ready/))) },
    {
      head: 'next message in a channel answered after',
      cell: (of) => recovery(of, endsOf(ofKind(/^channel, answered/))),
    },
    { head: 'next webhook received after', cell: (of) => recovery(of, webhooks.receivedMs) },
  ]);
}

function printFailures({ attempts }: Journal): void {
  const failed = attempts.filter(({ failure }) => failure !== undefined);
  console.log(`\n${failed.length} of ${attempts.length} requests failed:`);
  const counts = [...Map.groupBy(failed, ({ failure = '' }) => failure.slice(0, 120))].map(
    ([failure, of]) => [failure, of.length] as const,
  );
  for (const [failure, count] of counts.toSorted((a, b) => b[1] - a[1]).slice(0, 15))
    console.log(`- ${count} x ${failure}`);
}

function endsOf(attempts: ReadonlyArray<{ endMs: number }>): number[] {
  return attempts.map(({ endMs }) => endMs);
}

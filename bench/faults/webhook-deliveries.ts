/** Webhook deliveries are queued and sent; every event must be received, and the log agree with what was received. */
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { newId } from '../../libs/kernel';
import { must, registerTeam, WireClient } from '../../libs/testing/parley';
import { WebhookSink } from '../../libs/testing/webhooks';
import { option } from '../retrieval/options';
import { EVENT, eventData } from '../webhooks/burst';
import { type Broken, breakAll, killsOf } from './breakages';
import type { Install } from './cluster';
import { printTable, recovery } from './recovery';
import { WebhookVerification } from './webhook-verification';

const deliveries = Number(option('deliveries') ?? 10_000);
/** Of each kind at most; fewer when all has been delivered before. */
const kills = Number(option('kills') ?? 10);
const RECEIVERS = 5;
/** Receivers take their time, so that there is something under way whenever something dies. */
const ANSWER_MS = Number(option('answer-ms') ?? 1_000);
/** Between two kills at most. */
const GAP_MS = 4_000;
/** What a killed worker had claimed is sent again when its lease has ended. */
const SETTLED_LIMIT_MS = 300_000;

const PATHS = Array.from({ length: RECEIVERS }, (_, number) => `/receiver-${number}`);

export async function webhookDeliveries(install: Install): Promise<string[]> {
  const installed = await install();
  const { cluster, databaseUrl } = installed;
  const sink = await WebhookSink.start();
  const { asKey } = await registerTeam(new WireClient(cluster.baseUrl));
  for (const path of PATHS) {
    const url = sink.behave(path, { kind: 'slow', delayMs: ANSWER_MS });
    must(await asKey.post('/api/v1/webhooks', { url, events: [EVENT] }), 201);
  }
  const breakages = killsOf(installed);
  const eventIds = await queueEvents(databaseUrl);
  const startMs = performance.now();
  const isUnderWay = () => sink.deliveries.length < deliveries;
  const inTurn = Array.from({ length: kills }, () => breakages).flat();
  const killed = await breakAll(inTurn, GAP_MS, isUnderWay);
  const verification = new WebhookVerification(databaseUrl, sink, PATHS, eventIds);
  const faults = await settledFaults(verification);
  const receivedMs = sink.deliveries.map(({ atMs }) => atMs - performance.timeOrigin);
  console.log(`\nAll was received ${((Math.max(...receivedMs) - startMs) / 1_000).toFixed(0)} s after it was queued.`);
  report(killed, receivedMs, await verification.figures());
  await sink.stop();
  return faults;
}

/** Events of the one team with webhooks, in one transaction; the sweep of the outbox finds them. */
async function queueEvents(databaseUrl: string): Promise<string[]> {
  const ids = Array.from({ length: deliveries / RECEIVERS }, newId);
  // The message of an event is its id, by which it is known at the receiver.
  const data = ids.map((id) => JSON.stringify({ ...eventData(), messageId: id }));
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(
    `insert into outbox (id, team_id, name, data, occurred_at)
     select id, (select distinct team_id from webhook), $2, data, clock_timestamp()
     from unnest($1::uuid[], $3::jsonb[]) as e (id, data)`,
    [ids, EVENT, data],
  );
  await client.end();
  return ids;
}

async function settledFaults(verification: WebhookVerification): Promise<string[]> {
  const deadlineMs = performance.now() + SETTLED_LIMIT_MS;
  for (;;) {
    const faults = await verification.faults();
    if (faults.length === 0 || performance.now() > deadlineMs) return faults;
    await wait(2_000);
  }
}

function report(killed: readonly Broken[], receivedMs: readonly number[], figures: Record<string, number>): void {
  for (const [what, count] of Object.entries(figures)) console.log(`${what}: ${count}`);
  printTable(killed, [{ head: 'next delivery received after: p50, max ms', cell: (of) => recovery(of, receivedMs) }]);
}

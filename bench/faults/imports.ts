/** A file of items is imported while the worker dies again and again; every item must arrive, and none twice. */
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { createBotThatKnows, must, registerTeam, WireClient } from '../../libs/testing/parley';
import { option } from '../retrieval/options';
import type { Cluster, Install } from './cluster';
import { random } from './options';

const items = Number(option('items') ?? 2_000);
const kills = Number(option('kills') ?? 20);
const POLL_MS = 10;
/** A batch takes about as long: what is hit is sometimes before it, sometimes in it, sometimes after it. */
const MAX_DELAY_MS = 200;
/** An import that has not ended by then counts as hanging. */
const END_LIMIT_MS = 15 * 60_000;
const PAGE = 100;

interface ImportState {
  status: string;
  stage: string | null;
  /** Rows that were written. */
  read: number;
  added: number;
  error: string | null;
  /** The run that has it. */
  runId: string | null;
}

const titleOf = (at: number) => `Item ${at}`;
const wordOf = (at: number) => `zq${at.toString(36)}xv`;
const keyOf = (at: number) => (at % 2 === 0 ? `key-${at}` : undefined);
/** Several passages each. */
const contentOf = (at: number) =>
  Array.from({ length: 3 }, (_, part) => `# Part ${part}\n\nPart ${part} tells of ${wordOf(at)}. ${FILLER}`).join(
    '\n\n',
  );
const FILLER = 'The shop keeps tools, paint and garden furniture, and its people know how to use them. '.repeat(6);

export async function importOfManyItems(install: Install): Promise<string[]> {
  const { cluster, databaseUrl } = await install();
  const { asKey: wire } = await registerTeam(new WireClient(cluster.baseUrl));
  const { baseId } = await createBotThatKnows(wire, []);
  const base = `/api/v1/knowledge-bases/${baseId}`;
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await cluster.keepOneWorker();
    const startedMs = performance.now();
    const sent = await wire.with({ 'content-type': 'application/x-ndjson' }).send('POST', `${base}/import`, file());
    const watch = watchOf(client, must(sent, 202).body.data.id);
    const killed = await killWhileRunning(cluster, watch);
    const ended = await until(watch, ({ status }) => !isUnderWay(status));
    console.log(`\nThe worker was killed ${killed} times; ${ended.status} after ${seconds(startedMs)} s.`);
    console.log(`Told: ${ended.read} rows read, ${ended.added} added.`);
    const faults = [
      ...(killed < kills ? [`the import was over after ${killed} kills; give it more --items`] : []),
      ...(ended.status === 'completed' ? [] : [`the import is ${ended.status}: ${ended.error}`]),
      ...(ended.added === items ? [] : [`${ended.added} items are told to be added`]),
      ...(await listFaults(wire, base)),
      ...(await exportFaults(wire, base)),
      ...(await passageFaults(client, baseId)),
      ...(await searchFaults(wire, base)),
    ];
    console.log('Looked at: the list, the export with its keys, the passages in the tables, a search for each item.');
    return faults;
  } finally {
    await client.end();
  }
}

function file(): string {
  const rows = Array.from({ length: items }, (_, at) => ({
    key: keyOf(at),
    title: titleOf(at),
    content: contentOf(at),
  }));
  return rows.map((row) => JSON.stringify(row)).join('\n');
}

type Watch = () => Promise<ImportState>;

function watchOf(client: Client, id: string): Watch {
  return async () => {
    const { rows } = await client.query(
      `select status, stage, read_count as read, added_count as added, error_message as error, run_id as "runId"
       from knowledge_import where id = $1`,
      [id],
    );
    return rows[0] as ImportState;
  };
}

/** Gives how many times. */
async function killWhileRunning(cluster: Cluster, watch: Watch): Promise<number> {
  let dead: ImportState | undefined;
  for (let kill = 1; kill <= kills; kill++) {
    const begun = await until(watch, ({ status, runId }) => {
      return !isUnderWay(status) || (runId !== null && runId !== dead?.runId);
    });
    const waitsForMore = kill % 2 === 0;
    const state = await until(watch, ({ status, read }) => !isUnderWay(status) || !waitsForMore || read > begun.read);
    if (!isUnderWay(state.status)) return kill - 1;
    await wait(random.next() * MAX_DELAY_MS);
    dead = await watch();
    const restarted = cluster.killWorker();
    const { stage, read } = dead;
    console.log(`${new Date().toISOString()} kill ${kill} of ${kills}: ${stage}, from row ${begun.read} to ${read}`);
    await restarted;
  }
  return kills;
}

async function until(watch: Watch, isThere: (state: ImportState) => boolean): Promise<ImportState> {
  const deadlineMs = performance.now() + END_LIMIT_MS;
  for (;;) {
    const state = await watch();
    if (isThere(state) || performance.now() > deadlineMs) return state;
    await wait(POLL_MS);
  }
}

async function listFaults(wire: WireClient, base: string): Promise<string[]> {
  const titles: string[] = [];
  for (let page = 1; ; page++) {
    const { data, pagination } = must(await wire.get(`${base}/items?limit=${PAGE}&page=${page}`), 200).body;
    titles.push(...data.map(({ title }: { title: string }) => title));
    if (page >= pagination.pages) return countFaults('listed', titles);
  }
}

async function exportFaults(wire: WireClient, base: string): Promise<string[]> {
  const lines: string[] = must(await wire.get(`${base}/export`), 200)
    .body.trim()
    .split('\n');
  const rows = lines.map((line) => JSON.parse(line) as { key: string; title: string });
  const keyByTitle = new Map(rows.map(({ title, key }) => [title, key]));
  const wrong = Array.from({ length: items }, (_, at) => at).filter((at) => {
    return keyOf(at) !== undefined && keyByTitle.get(titleOf(at)) !== keyOf(at);
  });
  return [
    ...countFaults(
      'exported',
      rows.map(({ title }) => title),
    ),
    ...(new Set(rows.map(({ key }) => key)).size === items ? [] : ['keys are not distinct']),
    ...wrong.map((at) => `${titleOf(at)} has the key ${keyByTitle.get(titleOf(at))}`),
  ];
}

async function passageFaults(client: Client, baseId: string): Promise<string[]> {
  const { rows } = await client.query(
    `select d.title, array_agg(p.position order by p.position) as positions
     from document d left join passage p on p.document_id = d.id where d.base_id = $1 group by d.id, d.title`,
    [baseId],
  );
  const odd = rows.filter(({ positions }) => positions.join() !== '0,1,2');
  const titles = rows.map(({ title }) => title);
  return [
    ...countFaults('in the tables', titles),
    ...odd.map(({ title, positions }) => `${title} has the passages ${positions.join()}`),
  ];
}

async function searchFaults(wire: WireClient, base: string): Promise<string[]> {
  const faults: string[] = [];
  for (let at = 0; at < items; at++) {
    const { data } = must(await wire.get(`${base}/search?query=${wordOf(at)}&method=keyword`), 200).body;
    const titles = data.map(({ title }: { title: string }) => title);
    if (titles.join() !== titleOf(at)) faults.push(`a search for ${wordOf(at)} finds ${titles.join(', ')}`);
  }
  return faults;
}

function countFaults(where: string, titles: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const title of titles) counts.set(title, (counts.get(title) ?? 0) + 1);
  return Array.from({ length: items }, (_, at) => titleOf(at)).flatMap((title) => {
    const count = counts.get(title) ?? 0;
    return count === 1 ? [] : [`${title} is ${where} ${count} times`];
  });
}

function isUnderWay(status: string): boolean {
  return status === 'queued' || status === 'running';
}

function seconds(startedMs: number): string {
  return ((performance.now() - startedMs) / 1_000).toFixed(1);
}

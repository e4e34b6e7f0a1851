/**
 * What a training costs those who chat meanwhile: turns of a bot at a steady rate, first while nothing else happens, then
 * while a session over 15,000 examples trains, on an api and a worker that gives way.
 *
 *   npm run bench:training:load -- [--data <folder>] [--examples 15000] [--seconds 60] [--rate 20] [--nice 10]
 *
 * DATABASE_URL names the PostgreSQL server (a database of its own is made there), REDIS_URL is passed on.
 */
import os from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { option } from '../../retrieval/options';
import { manyExamples } from '../many-examples';
import { createDataset, sessionCompleted, startSession } from '../sessions';
import { bodiesOf, createBotOf } from './bot';
import { type Installation, startInstallation, type Usage } from './installation';
import { type Phase, printReport } from './report';
import { figuresOf, Turns } from './turns';

const idleMs = Number(option('seconds') ?? 60) * 1_000;
const perSecond = Number(option('rate') ?? 20);
const workerNiceness = Number(option('nice') ?? 10);
/** Until every conversation has been gone on with, and all code that answers is compiled. */
const WARM_UP_MS = 30_000;
/** After the session, in which the api reads by the new model for the first time. */
const AFTERWARDS_MS = 3_000;
/** Answers that were still to come. */
const LAST_ANSWERS_MS = 5_000;
const POLL_MS = 500;

async function main(): Promise<void> {
  const { DATABASE_URL: serverUrl } = process.env;
  if (!serverUrl) throw new Error('This needs DATABASE_URL.');
  const parley = await startInstallation(serverUrl, workerNiceness);
  try {
    await measure(parley);
  } finally {
    await parley.stop();
  }
}

async function measure(parley: Installation): Promise<void> {
  const { wire } = parley;
  tell('a bot that knows 2,000 passages');
  const examples = manyExamples();
  const botId = await createBotOf(wire, examples);
  const datasetId = await createDataset(wire, botId, examples);
  const train = async () => {
    const startMs = Date.now();
    await sessionCompleted(wire, await startSession(wire, botId, datasetId), POLL_MS);
    return Date.now() - startMs;
  };
  tell('a session alone');
  const alone = await phaseOf(parley, train);
  const turns = new Turns({
    headers: { 'content-type': 'application/json', 'x-api-key': parley.apiKey },
    url: `${wire.baseUrl}/api/v1/chatbots/${botId}/conversation`,
    bodies: bodiesOf(examples),
    perSecond,
  });
  try {
    tell('turns alone');
    await delay(WARM_UP_MS);
    const idle = await phaseOf(parley, () => delay(idleMs, 0));
    tell('turns and a session');
    const training = await phaseOf(parley, async () => {
      const durationMs = await train();
      await delay(AFTERWARDS_MS);
      return durationMs;
    });
    await delay(LAST_ANSWERS_MS);
    const [load] = os.loadavg();
    console.log(`${os.availableParallelism()} cores, load ${load?.toFixed(1)}; ${examples.length} examples`);
    const within = ({ fromMs, toMs }: Phase) => figuresOf(turns.between(fromMs, toMs));
    printReport({ alone, idle, training, turns: { idle: within(idle), training: within(training) } }, turns);
  } finally {
    await turns.stop();
  }
}

function tell(what: string): void {
  console.error(`${new Date().toISOString()} ${what}`);
}

async function phaseOf(parley: Installation, work: () => Promise<number>): Promise<Phase> {
  await parley.maxDelayMs();
  const before = await parley.used();
  const fromMs = Date.now();
  const sessionMs = await work();
  const toMs = Date.now();
  return {
    fromMs,
    toMs,
    sessionMs,
    usage: between(before, await parley.used()),
    maxDelayMs: await parley.maxDelayMs(),
  };
}

function between(before: Usage, after: Usage): Usage {
  const of = (part: keyof Usage) => after[part] - before[part];
  return {
    apiMs: of('apiMs'),
    workerMs: of('workerMs'),
    databaseMs: of('databaseMs'),
    machineMs: of('machineMs'),
    apiWaitedMs: of('apiWaitedMs'),
  };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

/**
 * Measures what a bot without any provider answers, through the HTTP API: whether a reply of one, two or three sentences holds
 * an answer, and whether its confidence tells a question whose article the base has from one whose article it has not.
 *
 *   node dist/bench/retrieval/answers.js --data <folder> [--half reported|tuning] [--sets a,b] [--limit n] [--memory]
 *
 * `--memory` puts the reply engine over an index in memory: quick, and without the database, the same code otherwise.
 */
import { Installation, must, registerTeam, WireClient } from '../../libs/testing/parley';
import { answererInMemory } from './answers-memory';
import { type BenchPassage, type BenchQuery, type Dataset, type Half, halfOf, loadDataset } from './datasets';
import { auroc, calibrationError, type Prediction, refusedAt } from './metrics';
import { option } from './options';

export interface Answered {
  text: string;
  confidence: number;
}

/** A bot that knows some passages. Without a number of sentences it answers as it is, thresholds included. */
export interface Answerer {
  ask(message: string, sentences?: number): Promise<Answered>;
}

export type AnswererOf = (passages: readonly BenchPassage[]) => Promise<Answerer>;

export interface AnswerMeasures {
  /** Share of replies of one, two and three sentences that hold an answer, whatever their confidence. */
  inside: readonly [number, number, number];
  /** The same of replies as they come, refusals included; and their mean length in characters. */
  insideAsIs: number;
  meanChars: number;
  /** Of the confidence: answerable questions from others. */
  auroc: number;
  refusedAt5: number;
  /** Against whether the reply holds an answer. */
  calibrationError: number;
}

const defaultSets = 'squad1-even,xquad-en,xquad-es,xquad-de';
const SENTENCES = [1, 2, 3] as const;
/** Requests under way at once. */
const CONCURRENCY = 4;
const FALSE_REFUSALS = 0.05;

/** For the frame that measures everything through one API: `api` speaks for a team. */
export function measureAnswers(api: WireClient, set: Dataset, queries: readonly BenchQuery[]): Promise<AnswerMeasures> {
  return measure((passages) => answererOver(api, passages), set, queries);
}

export async function measure(
  answererOf: AnswererOf,
  set: Dataset,
  queries: readonly BenchQuery[],
): Promise<AnswerMeasures> {
  const whole = await answererOf(set.passages);
  const inside: number[] = [];
  // One number after another: over HTTP it is a setting of the bot.
  for (const sentences of SENTENCES)
    inside.push(shareOf(await each(queries, async (query) => holds(await whole.ask(query.text, sentences), query))));
  const asIs = await each(queries, async (query) => ({ query, reply: await whole.ask(query.text) }));
  return {
    inside: inside as [number, number, number],
    insideAsIs: shareOf(asIs.map(({ query, reply }) => holds(reply, query))),
    meanChars: asIs.reduce((sum, { reply }) => sum + reply.text.length, 0) / Math.max(1, asIs.length),
    ...(await measureRefusals(answererOf, set, queries)),
  };
}

/** The articles are dealt to two bots; every question is put to both, and only one of them can answer. */
async function measureRefusals(answererOf: AnswererOf, set: Dataset, queries: readonly BenchQuery[]) {
  const groups = [...new Set(set.passages.map(({ group }) => group))];
  const positives: number[] = [];
  const negatives: number[] = [];
  const predictions: Prediction[] = [];
  for (const parity of [0, 1]) {
    const dealt = new Set(groups.filter((_, i) => i % 2 === parity));
    const passages = set.passages.filter(({ group }) => dealt.has(group));
    const ids = new Set(passages.map(({ id }) => id));
    const answerer = await answererOf(passages);
    await each(queries, async (query) => {
      const reply = await answerer.ask(query.text);
      const isAnswerable = [...query.grades.keys()].some((id) => ids.has(id));
      (isAnswerable ? positives : negatives).push(reply.confidence);
      predictions.push({ probability: reply.confidence, isRight: isAnswerable && holds(reply, query) });
    });
  }
  return {
    auroc: auroc(positives, negatives),
    refusedAt5: refusedAt(positives, negatives, FALSE_REFUSALS),
    calibrationError: calibrationError(predictions),
  };
}

function holds({ text }: Answered, { answers = [] }: BenchQuery): boolean {
  return answers.some((answer) => text.includes(answer));
}

function shareOf(values: readonly boolean[]): number {
  return values.filter(Boolean).length / Math.max(1, values.length);
}

async function each<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  const entries = items.entries();
  const worker = async () => {
    for (const [at, item] of entries) results[at] = await work(item);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  return results;
}

/** Through the main API: a bot with a base of these items. */
async function answererOver(api: WireClient, passages: readonly BenchPassage[]): Promise<Answerer> {
  const bot = must(await api.post('/api/v1/chatbots', { name: 'Answers' }), 201).body.data;
  const base = must(await api.post(`/api/v1/chatbots/${bot.id}/knowledge-bases`, { name: 'Answers' }), 201).body.data;
  await each(passages, async ({ title, group, body }) =>
    must(await api.post(`/api/v1/knowledge-bases/${base.id}/items`, { title: title || group, content: body }), 201),
  );
  let configured: number | undefined;
  let configuring = Promise.resolve();
  const configure = async (sentences: number | undefined) => {
    // Null takes a setting away.
    const asked = sentences === undefined ? null : { maxSentences: sentences };
    const configuration = { extractive: asked, minN: sentences === undefined ? null : 0 };
    must(await api.put(`/api/v1/chatbots/${bot.id}`, { configuration }), 200);
  };
  return {
    ask: async (message, sentences) => {
      if (sentences !== configured) {
        configured = sentences;
        configuring = configure(sentences);
      }
      await configuring;
      return must(await api.post(`/api/v1/chatbots/${bot.id}/conversation`, { message }), 200).body.data;
    },
  };
}

export function line(name: string, count: number, measures: AnswerMeasures): string {
  const percent = (value: number) => (100 * value).toFixed(1).padStart(5);
  const { inside, insideAsIs, meanChars, auroc: rank, refusedAt5, calibrationError: error } = measures;
  const sentences = `${inside.map(percent).join(' ')}   ${percent(insideAsIs)} (${meanChars.toFixed(0).padStart(3)})`;
  return `${name.padEnd(13)}${String(count).padStart(5)}  ${sentences} | ${rank.toFixed(3)}  ${percent(refusedAt5)}   ${error.toFixed(3)}`;
}

async function main(): Promise<void> {
  const folder = option('data');
  if (folder === undefined) throw new Error('Say where the sets are: --data <folder>');
  const half = (option('half') ?? 'reported') as Half;
  const limit = Number(option('limit') ?? Number.POSITIVE_INFINITY);
  const isInMemory = process.argv.includes('--memory');
  const installation = isInMemory ? undefined : await Installation.start({ RATE_LIMIT_MULTIPLIER: '1000000' });
  try {
    const api = installation && (await registerTeam(new WireClient(installation.baseUrl))).asKey;
    console.log('answer inside:    n   1     2     3      as is (chars) | AUROC  refused@5%  ECE');
    for (const name of (option('sets') ?? defaultSets).split(',')) {
      const set = loadDataset(folder, name);
      const queries = set.queries.filter(({ id, answers }) => halfOf(id) === half && answers).slice(0, limit);
      const measures = api ? await measureAnswers(api, set, queries) : await measure(answererInMemory, set, queries);
      console.log(line(name, queries.length, measures));
    }
  } finally {
    await installation?.stop();
  }
}

if (require.main === module) void main();

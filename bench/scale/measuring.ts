/** Searches one loaded installation over HTTP: one client after the other, then several at once. */
import { Client } from 'undici';
import type { Database } from '../../libs/infra/database';
import { cpuMs } from '../chat/processes';
import { type Api, METRICS_TOKEN, type ScaleInstallation, type Shape } from './installation';
import { MadeUpVectors } from './made-up-vectors';
import { exactNeighbours, NEAREST, nearestIndexOf, neighboursBySearch } from './recall';
import { PASSAGES_PER_ARTICLE, ScaledText } from './scaled-text';

/** All vectors are compared for each of them. */
const RECALL_QUERIES = 100;

export interface MeasuringOptions {
  /** Of each kind. */
  searches: number;
  concurrency: number;
  nodeOptions: string;
  wantedMs: number | undefined;
  tell(line: string): void;
}

export interface AskedQuery {
  baseId: string;
  text: string;
  /** Holds the answer. */
  article: number;
  passage: number;
}

export class Measuring {
  private readonly queries: AskedQuery[];

  constructor(
    private readonly installation: ScaleInstallation,
    private readonly shape: Shape,
    private readonly options: MeasuringOptions,
  ) {
    const { passages, bases } = shape;
    const text = new ScaledText();
    const articles = Math.ceil(passages / PASSAGES_PER_ARTICLE / bases) * bases;
    this.queries = Array.from({ length: options.searches }, (_, number) => {
      const article = Math.floor((number * 0.618_033_988_75 * articles) % articles);
      const passage = number % PASSAGES_PER_ARTICLE;
      const baseId = installation.loaded.baseIds[article % bases] as string;
      const found = text.article(article).passages[passage] as string;
      return { baseId, text: text.query(found, `${number}`), article, passage };
    });
  }

  async run(): Promise<void> {
    await this.installation.useVectors(false);
    await this.searchBy('words');
    if (!this.installation.model) return;
    await this.installation.useVectors(true);
    this.embedQueries();
    await this.searchBy('words and vectors');
    await this.tellRecall();
  }

  private async searchBy(kind: string): Promise<void> {
    const { tell, concurrency, nodeOptions, wantedMs } = this.options;
    const api = await this.installation.startApi(nodeOptions);
    try {
      tell(`${kind}, first searches of a process: ${summary(await this.searches(api, 1, this.queries.slice(0, 50)))}`);
      await this.searches(api, 1, this.queries);
      const cpuBeforeMs = cpuMs(api.pid) ?? 0;
      const known = await this.searches(api, 1, this.queries);
      const cpu = ((cpuMs(api.pid) ?? 0) - cpuBeforeMs) / this.queries.length;
      const wanted = wantedMs === undefined ? '' : `, wanted p50 ${wantedMs}`;
      tell(`${kind}, one client: ${summary(known)}${wanted}; ${cpu.toFixed(2)} ms CPU of the api a search`);
      await stateOf(api);
      const startedMs = performance.now();
      const many = await this.searches(api, concurrency, this.queries);
      const perSecond = (1_000 * many.times.length) / (performance.now() - startedMs);
      tell(`${kind}, ${concurrency} clients: ${summary(many)}, ${perSecond.toFixed(0)}/s; ${await stateOf(api)}`);
      tell(`${kind}, with tags: ${summary(await this.searches(api, 1, this.queries, tagsOf))}`);
    } finally {
      await api.stop();
    }
  }

  private async searches(
    api: Api,
    clients: number,
    queries: readonly AskedQuery[],
    more: (query: AskedQuery) => string = () => '',
  ): Promise<Searched> {
    const searched: Searched = { times: [], found: 0 };
    let next = 0;
    const work = async () => {
      const client = new Client(api.origin);
      for (let query = queries[next++]; query; query = queries[next++]) {
        const path = `/api/v1/knowledge-bases/${query.baseId}/search?query=${encodeURIComponent(query.text)}${more(query)}`;
        const startedMs = performance.now();
        const { statusCode, body } = await client.request({
          method: 'GET',
          path,
          headers: { 'x-api-key': this.installation.loaded.apiKey },
        });
        const answer = await body.text();
        searched.times.push(performance.now() - startedMs);
        if (statusCode !== 200) throw new Error(answer);
        if (this.isAnswer(query, JSON.parse(answer).data[0])) searched.found++;
      }
      await client.close();
    };
    await Promise.all(Array.from({ length: clients }, work));
    return searched;
  }

  private isAnswer(query: AskedQuery, best: { passage: string } | undefined): boolean {
    const words = new Set(best?.passage.split(' '));
    return query.text.split(' ').every((word) => words.has(word));
  }

  private embedQueries(): void {
    const vectors = new MadeUpVectors(this.shape.dimensions!);
    for (const { text, article, passage } of this.queries) {
      this.installation.model!.known.set(text, vectors.ofQuery(article, passage, text));
    }
  }

  private async tellRecall(): Promise<void> {
    await this.installation.database(async (database) => {
      for (const tags of [undefined, 'tag', 'rare'] as const) await this.tellRecallOf(database, tags);
      this.options.tell(await nearestIndexOf(database));
    });
  }

  private async tellRecallOf(database: Database, tags: Tags | undefined): Promise<void> {
    const { known } = this.installation.model!;
    let hits = 0;
    let wanted = 0;
    const times: number[] = [];
    const ways = new Set<string>();
    for (const query of this.queries.slice(0, RECALL_QUERIES)) {
      const asked = { ...query, vector: known.get(query.text)!, tag: tags && `${tags}${tagNumber(query, tags)}` };
      const exact = await exactNeighbours(database, asked);
      const { seqs, way, ms } = await neighboursBySearch(database, asked);
      times.push(ms);
      ways.add(way);
      wanted += exact.size;
      hits += [...exact].filter((seq) => seqs.has(seq)).length;
    }
    const recall = (hits / wanted).toFixed(3);
    const filter = tags === undefined ? 'no filter' : `a filter of ${tags === 'tag' ? '10' : '0.1'} %`;
    const statement = summary({ times, found: 0 }, false);
    this.options.tell(`recall@${NEAREST}, ${filter}: ${recall}, ${[...ways].join()}; statement ${statement}`);
  }
}

interface Searched {
  times: number[];
  /** Searches whose best passage holds all their words. */
  found: number;
}

type Tags = 'tag' | 'rare';

function tagNumber({ article }: AskedQuery, tag: Tags): number {
  return tag === 'tag' ? article % 10 : article % 997;
}

function tagsOf(query: AskedQuery): string {
  return `&tags=tag${tagNumber(query, 'tag')}`;
}

function summary({ times, found }: Searched, withFound = true): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);
  const share = withFound ? `, found ${((100 * found) / times.length).toFixed(0)} %` : '';
  return `p50 ${at(0.5)} p95 ${at(0.95)} max ${at(1)} ms${share}`;
}

/** Of the api's process: the delay of its event loop since this was asked before, and its memory. */
async function stateOf(api: Api): Promise<string> {
  const answer = await fetch(`${api.origin}/api/v1/metrics`, { headers: { authorization: `Bearer ${METRICS_TOKEN}` } });
  const lines = (await answer.text()).split('\n');
  const value = (name: string) => Number(/\S+$/.exec(lines.find((line) => line.startsWith(name)) ?? '')?.[0]);
  const delay = (quantile: string) =>
    (1_000 * value(`parley_nodejs_eventloop_delay_seconds{quantile="${quantile}"`)).toFixed(1);
  const megabytes = Math.round(value('parley_process_resident_memory_bytes ') / 1e6);
  return `event loop delayed p50 ${delay('0.5')} p99 ${delay('0.99')} max ${delay('1')} ms, ${megabytes} MB of memory`;
}

/** Files of items that are imported into a base. */
import { must, type WireAnswer } from '../../../libs/testing/parley';
import type { Activity } from '../activity';
import { botOf, type Scene } from '../scene';

const ROWS = 40;
const FILLER = 'The shop keeps tools, paint and garden furniture, and its people know how to use them. '.repeat(6);
const PAGE = 100;

export class Imports implements Activity {
  readonly name = 'imports';
  readonly everyMs = 20_000;
  private readonly base: string;
  /** Ids of the imports, and the titles that each brings. */
  private readonly acknowledged = new Map<string, readonly string[]>();
  private count = 0;

  private constructor(
    private readonly scene: Scene,
    baseId: string,
  ) {
    this.base = `/api/v1/knowledge-bases/${baseId}`;
  }

  static async open(scene: Scene): Promise<Imports> {
    return new Imports(scene, (await botOf(scene)).baseId);
  }

  async act(): Promise<void> {
    const number = this.count++;
    const titles = Array.from({ length: ROWS }, (_, row) => `Import ${number}, row ${row}`);
    const answer = await this.scene.journal.attempt('import', async () => {
      const sent = await this.send(titles);
      // The one before is under way.
      return sent.status === 409 ? sent : must(sent, 202);
    });
    if (answer?.status === 202) this.acknowledged.set(answer.body.data.id, titles);
  }

  async faults(): Promise<string[]> {
    const faults: string[] = [];
    for (const id of this.acknowledged.keys()) {
      const { status, error } = must(await this.scene.wire.get(`${this.base}/imports/${id}`), 200).body.data;
      if (status !== 'completed') faults.push(`import ${id} is ${status} ${JSON.stringify(error ?? null)}`);
    }
    return [...faults, ...(await this.rowFaults())];
  }

  told(): string {
    return `${this.acknowledged.size} of ${this.count} files acknowledged, ${ROWS} items each`;
  }

  /** Without keys, so that a row that is written twice is there twice. */
  private send(titles: readonly string[]): Promise<WireAnswer> {
    const lines = titles.map((title) => JSON.stringify({ title, content: `${title}. ${FILLER}` })).join('\n');
    const sender = this.scene.wire.with({ 'content-type': 'application/x-ndjson' });
    return sender.send('POST', `${this.base}/import`, lines);
  }

  private async rowFaults(): Promise<string[]> {
    const counts = new Map<string, number>();
    for (const title of await this.titles()) counts.set(title, (counts.get(title) ?? 0) + 1);
    return [...this.acknowledged.values()].flat().flatMap((title) => {
      const count = counts.get(title) ?? 0;
      return count === 1 ? [] : [`"${title}" is there ${count} times`];
    });
  }

  private async titles(): Promise<string[]> {
    const titles: string[] = [];
    for (let page = 1; ; page++) {
      const { data, pagination } = must(
        await this.scene.wire.get(`${this.base}/items?limit=${PAGE}&page=${page}`),
        200,
      ).body;
      titles.push(...data.map(({ title }: { title: string }) => title));
      if (page >= pagination.pages) return titles;
    }
  }
}

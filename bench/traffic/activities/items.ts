/** Items and questions of a knowledge base: added, changed and deleted, and found or not found at once. */
import { must } from '../../../libs/testing/parley';
import type { Activity } from '../activity';
import { botOf, type Scene } from '../scene';

/** Of five things: two items that stay, one that is changed, one that is deleted, one question. */
const KINDS = ['item', 'changed', 'item', 'deleted', 'question'] as const;

interface AcknowledgedThing {
  path: string;
  title: string;
  /** By which it is found; undefined when the last change of it was not acknowledged. */
  word: string | undefined;
  /** By which it is not found. */
  formerWord?: string;
  isDeleted: boolean;
}

const wordOf = (number: number) => `yj${number.toString(36)}kq`;
const changedWordOf = (number: number) => `ch${number.toString(36)}qz`;
const contentOf = (word: string) => `The ${word} is kept on the second floor, next to the garden furniture.`;

export class Items implements Activity {
  readonly name = 'items and questions';
  readonly everyMs = 500;
  private readonly things: AcknowledgedThing[] = [];
  private readonly base: string;
  private count = 0;

  private constructor(
    private readonly scene: Scene,
    baseId: string,
  ) {
    this.base = `/api/v1/knowledge-bases/${baseId}`;
  }

  static async open(scene: Scene): Promise<Items> {
    return new Items(scene, (await botOf(scene)).baseId);
  }

  async act(): Promise<void> {
    const number = this.count++;
    const kind = KINDS[number % KINDS.length]!;
    const thing = await this.add(number, kind === 'question');
    if (!thing) return;
    this.things.push(thing);
    if (kind === 'changed') await this.change(thing, number);
    if (kind === 'deleted') await this.delete(thing);
    await this.search(thing);
  }

  async faults(): Promise<string[]> {
    const faults: string[] = [];
    for (const thing of this.things) faults.push(...(await this.faultsOf(thing)));
    return faults;
  }

  told(): string {
    return `${this.things.length} of ${this.count} acknowledged`;
  }

  private async add(number: number, isQuestion: boolean): Promise<AcknowledgedThing | undefined> {
    const word = wordOf(number);
    const title = `Thing ${number}`;
    const path = `${this.base}/${isQuestion ? 'questions' : 'items'}`;
    const body = isQuestion
      ? { name: title, phrasings: [`Where is the ${word}?`], answer: contentOf(word) }
      : { title, content: contentOf(word) };
    const answer = await this.scene.journal.attempt(isQuestion ? 'question, add' : 'item, add', async () =>
      must(await this.scene.wire.post(path, body), 201),
    );
    return answer && { path: `${path}/${answer.body.data.id}`, title, word, isDeleted: false };
  }

  private async change(thing: AcknowledgedThing, number: number): Promise<void> {
    const { word: formerWord } = thing;
    thing.word = undefined;
    const word = changedWordOf(number);
    const answer = await this.scene.journal.attempt('item, change', async () =>
      must(await this.scene.wire.put(thing.path, { content: contentOf(word) }), 200),
    );
    if (answer) Object.assign(thing, { word, formerWord });
  }

  private async delete(thing: AcknowledgedThing): Promise<void> {
    const { word: formerWord } = thing;
    thing.word = undefined;
    const answer = await this.scene.journal.attempt('item, delete', async () =>
      must(await this.scene.wire.delete(thing.path), 200),
    );
    if (answer) Object.assign(thing, { formerWord, isDeleted: true });
  }

  private async search({ word }: AcknowledgedThing): Promise<void> {
    if (word === undefined) return;
    await this.scene.journal.attempt('search', async () => {
      const hits = await this.hits(word);
      if (hits !== 1) throw new Error(`${hits} hits of what was just added`);
    });
  }

  private async faultsOf({ path, title, word, formerWord, isDeleted }: AcknowledgedThing): Promise<string[]> {
    const { status } = await this.scene.wire.get(path);
    if (isDeleted !== (status === 404) && (isDeleted || word !== undefined))
      return [`${title} is answered with ${status}`];
    const found = word === undefined ? 1 : await this.hits(word);
    const former = formerWord === undefined ? 0 : await this.hits(formerWord);
    return [
      ...(found === 1 ? [] : [`${title} is found ${found} times`]),
      ...(former === 0 ? [] : [`${title} is found by what it said formerly`]),
    ];
  }

  private async hits(word: string): Promise<number> {
    const answer = await this.scene.wire.get(`${this.base}/search?query=${word}&method=keyword`);
    return must(answer, 200).body.data.length;
  }
}

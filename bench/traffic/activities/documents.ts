/** Documents, sent as texts and as files; some are deleted when they are ready. */
import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { must, type WireAnswer } from '../../../libs/testing/parley';
import type { Activity } from '../activity';
import { botOf, type Scene } from '../scene';

const POLL_MS = 250;
/** A document that is not ready by then is only looked at in the end. */
const READY_LIMIT_MS = 180_000;
/** Each so-many-th is deleted when it is ready. */
const DELETED_EVERY = 3;
const PARTS = 6;

interface AcknowledgedDocument {
  id: string;
  title: string;
  /** In its text and in no other. */
  word: string;
  /** Of its bytes, when it was sent as a file. */
  sha256: string | undefined;
  /** `unknown` when its deletion was not acknowledged. */
  fate: 'kept' | 'deleted' | 'unknown';
}

export class Documents implements Activity {
  readonly name = 'documents';
  readonly everyMs = 1_500;
  private readonly documents: AcknowledgedDocument[] = [];
  private readonly path: string;
  private count = 0;

  private constructor(
    private readonly scene: Scene,
    readonly botId: string,
  ) {
    this.path = `/api/v1/chatbots/${botId}/documents`;
  }

  static async open(scene: Scene): Promise<Documents> {
    return new Documents(scene, (await botOf(scene)).botId);
  }

  /** Of those that must be there. */
  get keptIds(): string[] {
    return this.kept.map(({ id }) => id);
  }

  async act(): Promise<void> {
    const number = this.count++;
    const word = `zq${number.toString(36)}xv`;
    const title = `Document ${number}`;
    const isFile = number % 2 === 1;
    const text = paragraphs(word);
    const { journal } = this.scene;
    const answer = await journal.attempt(`document, ${isFile ? 'file' : 'text'}`, async () =>
      must(await (isFile ? this.sendFile(title, text) : this.sendText(title, text)), 202),
    );
    if (!answer) return;
    const sha256 = isFile ? sha256Of(Buffer.from(text)) : undefined;
    const document: AcknowledgedDocument = { id: answer.body.data.id, title, word, sha256, fate: 'kept' };
    this.documents.push(document);
    const isReady = await this.untilReady(document.id);
    if (isReady && number % DELETED_EVERY === 0) await this.delete(document);
  }

  async faults(): Promise<string[]> {
    const faults: string[] = [];
    for (const document of this.documents) {
      if (document.fate === 'kept') faults.push(...(await this.keptFaults(document)));
      if (document.fate === 'deleted') faults.push(...(await this.deletedFaults(document)));
    }
    return faults;
  }

  told(): string {
    const deleted = this.documents.filter(({ fate }) => fate === 'deleted').length;
    return `${this.documents.length} of ${this.count} uploads acknowledged, ${deleted} deleted again`;
  }

  private get kept(): AcknowledgedDocument[] {
    return this.documents.filter(({ fate }) => fate === 'kept');
  }

  private sendText(title: string, content: string): Promise<WireAnswer> {
    return this.scene.wire.post(this.path, { title, content, type: 'text' });
  }

  private sendFile(title: string, content: string): Promise<WireAnswer> {
    const form = new FormData();
    form.append('file', new Blob([content]), `${title}.md`);
    form.append('title', title);
    return this.scene.wire.post(this.path, form);
  }

  private async untilReady(id: string): Promise<boolean> {
    const startMs = performance.now();
    while (performance.now() < startMs + READY_LIMIT_MS) {
      await wait(POLL_MS);
      const answer = await this.scene.wire.get(`${this.path}/${id}`).catch(() => undefined);
      if (answer?.body?.data?.status !== 'ready') continue;
      this.scene.journal.succeeded('document, ready', startMs);
      return true;
    }
    return false;
  }

  private async delete(document: AcknowledgedDocument): Promise<void> {
    document.fate = 'unknown';
    const { journal, wire } = this.scene;
    const answer = await journal.attempt('document, delete', async () =>
      must(await wire.delete(`${this.path}/${document.id}`), 200),
    );
    if (answer) document.fate = 'deleted';
  }

  private async keptFaults({ id, title, word, sha256 }: AcknowledgedDocument): Promise<string[]> {
    const answer = await this.scene.wire.get(`${this.path}/${id}`);
    if (answer.status !== 200) return [`${title} (${id}) was acknowledged and is answered with ${answer.status}`];
    const { status, error } = answer.body.data;
    if (status !== 'ready') return [`${title} (${id}) is ${status} ${JSON.stringify(error)}`];
    const titles = await this.found(word);
    const isFound = titles.length === 1 && titles[0] === title;
    const faults = isFound ? [] : [`a search for ${word} of ${title} finds [${titles.join(', ')}]`];
    if (sha256 === undefined || (await this.hasBytes(id, sha256))) return faults;
    return [...faults, `the file of ${title} (${id}) is not what was sent`];
  }

  private async deletedFaults({ id, title, word }: AcknowledgedDocument): Promise<string[]> {
    const { status } = await this.scene.wire.get(`${this.path}/${id}`);
    const titles = await this.found(word);
    return [
      ...(status === 404 ? [] : [`${title} (${id}) was deleted and is answered with ${status}`]),
      ...(titles.length === 0 ? [] : [`${title} was deleted and is found`]),
    ];
  }

  /** Titles in all bases of the bot: documents stand in one of their own. */
  private async found(word: string): Promise<string[]> {
    const { wire } = this.scene;
    const bases = must(await wire.get(`/api/v1/chatbots/${this.botId}/knowledge-bases?limit=100`), 200).body.data;
    const titles: string[] = [];
    for (const { id } of bases) {
      const answer = await wire.get(`/api/v1/knowledge-bases/${id}/search?query=${word}&method=keyword`);
      titles.push(...must(answer, 200).body.data.map((hit: { title: string }) => hit.title));
    }
    return titles;
  }

  private async hasBytes(id: string, sha256: string): Promise<boolean> {
    const answer = await this.scene.wire.open('GET', `${this.path}/${id}/file`);
    return answer.status === 200 && sha256Of(Buffer.from(await answer.arrayBuffer())) === sha256;
  }
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Several passages, so that a run that is cut off has something half done. */
function paragraphs(word: string): string {
  const filler = 'The shop keeps tools, paint and garden furniture, and its people know how to use them. '.repeat(12);
  const parts = Array.from(
    { length: PARTS },
    (_, part) => `# Part ${part}\n\n${word} is told in part ${part}. ${filler}`,
  );
  return parts.join('\n\n');
}

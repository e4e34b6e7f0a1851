/** What goes on while processes die: documents are uploaded and turns taken, at a steady pace. */
import type { WireAnswer, WireClient } from '../../libs/testing/parley';

const SESSIONS = 20;
const POLL_MS = 200;
/** A document that is not ready by then counts as lost. */
const READY_LIMIT_MS = 180_000;

export interface AcknowledgedDocument {
  id: string;
  title: string;
  /** In its text and in no other. */
  word: string;
}

export interface AcknowledgedTurn {
  sessionId: string;
  message: string;
  messageId: string;
}

/** Moments of success, by which recovery is measured; from `performance.now()`. */
export interface Successes {
  turnsMs: number[];
  documentsMs: number[];
}

export class Load {
  readonly documents: AcknowledgedDocument[] = [];
  readonly turns: AcknowledgedTurn[] = [];
  readonly unready: string[] = [];
  readonly refused = { documents: 0, turns: 0 };
  readonly successes: Successes = { turnsMs: [], documentsMs: [] };
  /** From the acknowledgement to the end of indexing, of each document. */
  readonly indexingMs: number[] = [];
  private readonly running = new Set<Promise<void>>();
  private count = 0;

  constructor(
    private readonly wire: WireClient,
    private readonly botId: string,
  ) {}

  /** One more document every `everyMs`, until `wanted` are acknowledged. */
  async upload(wanted: number, everyMs: number): Promise<void> {
    await this.pace(
      everyMs,
      () => this.documents.length < wanted,
      () => this.uploadOne(),
    );
  }

  /** One more turn every `everyMs`, until `wanted` are acknowledged. */
  async ask(wanted: number, everyMs: number): Promise<void> {
    await this.pace(
      everyMs,
      () => this.turns.length < wanted,
      () => this.askOne(),
    );
  }

  /** Resolves when nothing that was begun is under way. */
  async settled(): Promise<void> {
    await Promise.all(this.running);
  }

  private async pace(everyMs: number, isWanted: () => boolean, begin: () => Promise<void>): Promise<void> {
    while (isWanted()) {
      const one = begin();
      this.running.add(one);
      void one.finally(() => this.running.delete(one));
      await wait(everyMs);
    }
  }

  private async uploadOne(): Promise<void> {
    const number = this.count++;
    const word = `zq${number.toString(36)}xv`;
    const title = `Document ${number}`;
    const content = paragraphs(word);
    const answer = await this.try('documents', { title, content, type: 'text' });
    if (answer?.status !== 202) {
      this.refused.documents += 1;
      return;
    }
    const { id } = answer.body.data;
    this.documents.push({ id, title, word });
    await this.untilReady(id);
  }

  private async untilReady(id: string): Promise<void> {
    const acknowledgedMs = performance.now();
    while (performance.now() < acknowledgedMs + READY_LIMIT_MS) {
      await wait(POLL_MS);
      const answer = await this.wire.get(`/api/v1/chatbots/${this.botId}/documents/${id}`).catch(() => undefined);
      if (answer?.body?.data?.status === 'ready') {
        this.successes.documentsMs.push(performance.now());
        this.indexingMs.push(performance.now() - acknowledgedMs);
        return;
      }
    }
    this.unready.push(id);
  }

  private async askOne(): Promise<void> {
    const number = this.count++;
    const sessionId = `session-${number % SESSIONS}`;
    const message = `Question ${number}: when does the shop open on Monday?`;
    const answer = await this.try('conversation', { sessionId, message });
    if (answer?.status !== 200) {
      this.refused.turns += 1;
      return;
    }
    this.successes.turnsMs.push(performance.now());
    this.turns.push({ sessionId, message, messageId: answer.body.data.messageId });
  }

  private async try(what: string, body: object): Promise<WireAnswer | undefined> {
    try {
      return await this.wire.post(`/api/v1/chatbots/${this.botId}/${what}`, body);
    } catch {
      return undefined;
    }
  }
}

/** Several passages, so that a run that is cut off has something half done. */
function paragraphs(word: string): string {
  const filler = 'The shop keeps tools, paint and garden furniture, and its people know how to use them. '.repeat(12);
  return Array.from({ length: 6 }, (_, part) => `# Part ${part}\n\n${word} is told in part ${part}. ${filler}`).join(
    '\n\n',
  );
}

export function wait(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs));
}

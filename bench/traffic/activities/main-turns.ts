/**
 * Turns of the main API, told as JSON and as streams; a stream that breaks off is read on, as browsers do. With keys, those
 * whose answer was lost are sent again until it is there.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { must, readFrames, type WireClient } from '../../../libs/testing/parley';
import type { Activity } from '../activity';
import type { Journal } from '../journal';
import { Lanes } from '../lanes';
import { type SaidTurn, type StoredMessage, turnFaults } from '../said';
import { questionOf } from '../scene';

const MAX_TURNS = 25;
/** Of a reader that was cut off: between two tries, and altogether. */
const READ_ON_MS = 500;
const READ_ON_LIMIT_MS = 60_000;
/** Of a turn with a key. */
const SEND_AGAIN_MS = 1_000;
const SEND_AGAIN_LIMIT_MS = 150_000;
/** With these it may be sent again: it was not, or may still be executed. */
const TO_BE_SENT_AGAIN = [409, 429, 500, 502, 503, 504];

interface Session {
  id: string;
  turns: number;
  said: SaidTurn[];
}

export interface MainTurnsOptions {
  botId: string;
  /** Names them in the journal. */
  what: string;
  everyMs: number;
  /** Whether requests name a key, by which they are executed once however often they are sent. */
  hasKeys?: boolean;
}

export interface AcknowledgedReply {
  messageId: string;
  text: string;
}

export class MainTurns implements Activity {
  readonly name: string;
  /** Ids of the replies that were acknowledged. */
  readonly messageIds: string[] = [];
  private readonly path: string;
  private readonly sessions = new Lanes<Session>(
    () => ({ id: randomBytes(9).toString('hex'), turns: 0, said: [] }),
    MAX_TURNS,
  );
  private count = 0;

  private readonly what: string;
  private readonly hasKeys: boolean;
  readonly everyMs: number;

  constructor(
    private readonly wire: WireClient,
    private readonly journal: Journal,
    { botId, what, everyMs, hasKeys = false }: MainTurnsOptions,
  ) {
    this.name = `main API, ${what}`;
    this.path = `/api/v1/chatbots/${botId}/conversation`;
    this.what = what;
    this.everyMs = everyMs;
    this.hasKeys = hasKeys;
  }

  async act(): Promise<void> {
    await this.sessions.take(async (session) => {
      const number = this.count++;
      const turn: SaidTurn = { message: questionOf(number) };
      session.said.push(turn);
      const told = await this.say(number, session.id, turn.message);
      if (!told) return false;
      turn.reply = told.text;
      this.messageIds.push(told.messageId);
      return true;
    });
  }

  async faults(): Promise<string[]> {
    const faults: string[] = [];
    for (const { id, said } of this.sessions.all)
      faults.push(...turnFaults(`session ${id}`, said, await this.history(id)));
    return faults;
  }

  told(): string {
    return `${this.messageIds.length} of ${this.count} turns acknowledged`;
  }

  private say(number: number, sessionId: string, message: string): Promise<AcknowledgedReply | undefined> {
    const { journal, what } = this;
    if (this.hasKeys) return journal.attempt(what, () => this.askUntilTold(sessionId, message));
    if (number % 2 === 1) return journal.attempt(`${what}, stream`, () => this.stream(sessionId, message));
    return journal.attempt(`${what}, JSON`, () => this.ask(sessionId, message));
  }

  private async askUntilTold(sessionId: string, message: string): Promise<AcknowledgedReply> {
    const sender = this.wire.with({ 'idempotency-key': randomUUID() });
    const deadlineMs = performance.now() + SEND_AGAIN_LIMIT_MS;
    for (;;) {
      const answer = await sender.post(this.path, { sessionId, message }).catch(() => undefined);
      const isFinal = answer !== undefined && !TO_BE_SENT_AGAIN.includes(answer.status);
      if (isFinal) return must(answer, 200).body.data;
      if (performance.now() > deadlineMs) throw new Error(`still ${answer?.status} in the end`);
      await wait(SEND_AGAIN_MS);
    }
  }

  private async ask(sessionId: string, message: string): Promise<AcknowledgedReply> {
    return must(await this.wire.post(this.path, { sessionId, message }), 200).body.data;
  }

  private async stream(sessionId: string, message: string): Promise<AcknowledgedReply> {
    const heard: Heard = { text: '', lastId: undefined };
    const answer = await this.wire.open('POST', this.path, { sessionId, message, stream: true });
    if (answer.status !== 200) throw new Error(`Expected 200, got ${answer.status}`);
    return (await hear(answer, heard)) ?? (await this.readOn(heard));
  }

  private async readOn(heard: Heard): Promise<AcknowledgedReply> {
    const deadlineMs = performance.now() + READ_ON_LIMIT_MS;
    while (heard.lastId !== undefined && performance.now() < deadlineMs) {
      await wait(READ_ON_MS);
      const reader = this.wire.with({ 'last-event-id': heard.lastId });
      const answer = await reader.open('GET', this.path).catch(() => undefined);
      const whole = answer?.status === 200 ? await hear(answer, heard) : undefined;
      if (whole) return whole;
    }
    throw new Error('a stream that broke off');
  }

  private async history(sessionId: string): Promise<StoredMessage[]> {
    const stored: StoredMessage[] = [];
    for (let page = 1; ; page++) {
      const answer = await this.wire.get(`${this.path}/history?sessionId=${sessionId}&limit=100&page=${page}`);
      if (answer.status === 404) return stored;
      const { data, pagination } = must(answer, 200).body;
      for (const { role, content } of data) stored.push({ isUser: role === 'user', text: content });
      if (page >= pagination.pages) return stored;
    }
  }
}

/** What a reader has got so far. */
interface Heard {
  text: string;
  lastId: string | undefined;
}

/** Undefined when it breaks off. @throws Error when it ends with an error, or its parts are not the whole */
async function hear(answer: Response, heard: Heard): Promise<AcknowledgedReply | undefined> {
  try {
    for await (const { id, event, data } of readFrames(answer)) {
      heard.lastId = id ?? heard.lastId;
      if (event === 'delta') heard.text += data.text;
      if (event === 'error') throw new StreamError(JSON.stringify(data));
      if (event !== 'done') continue;
      if (data.text !== heard.text) throw new StreamError('the parts of a stream are not its text');
      return { messageId: data.messageId, text: data.text };
    }
  } catch (error) {
    if (error instanceof StreamError) throw error;
  }
  return undefined;
}

class StreamError extends Error {}

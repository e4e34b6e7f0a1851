/**
 * People take over at any moment while bots speak. What must hold then, over two processes: no reply is stored or told after
 * the fence, nothing that anybody said is lost, and everything stands in one order.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Reply, ReplyEvent, ReplyRequest } from '#domain/replies';
import type { KeyActor } from '#kernel';
import { type ChatProcess, type EchoingChats, openEchoingChats } from '#testing/chats';
import type { Answer } from '../chats.types';
import type { LiveTurn } from '../live-turn';

/** More of them find rarer orders of events: run it with hundreds after a change of hand-off. */
const CONVERSATIONS = Number(process.env.RACE_CONVERSATIONS ?? 100);
const MESSAGES = 5;
/** To repeat a run that failed. */
const SEED = Number(process.env.RACE_SEED ?? Date.now() % 1_000_000);
const MAX_PAUSE_MS = 40;
/** Conversations begin within it, so that people come while bots speak, and not while all wait for the database. */
const SPREAD_MS = CONVERSATIONS * 50;

/** Mulberry32, by Tommy Ettinger (public domain): small, and the same everywhere. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A reply takes about half a second, so that it is long under way when a person has taken over. */
const WORDS = 20;
const MAX_WORD_MS = 50;

/** Speaks word by word, as slowly as a model. */
class SlowEngine {
  constructor(private readonly random: () => number) {}

  async *reply({ message, signal }: ReplyRequest): AsyncIterable<ReplyEvent> {
    yield { type: 'sources', sources: [] };
    let text = '';
    for (let word = 0; word < WORDS; word += 1) {
      await delay(this.random() * MAX_WORD_MS);
      signal?.throwIfAborted();
      const delta = `${message}-${word} `;
      text += delta;
      yield { type: 'delta', text: delta };
    }
    const usage = { inputTokens: 0, outputTokens: 0 };
    const reply: Reply = { text, sources: [], confidence: 1, grounded: true, model: 'slow', usage, latencyMs: 0 };
    yield { type: 'done', reply };
  }
}

interface ToldTurn {
  messageId: string;
  /** In the order of everything that happens in the test. */
  begunAt: number;
  deltasAt: number[];
  text: string;
  isWithdrawn: boolean;
  answer: Answer;
}

interface Course {
  sessionKey: string;
  conversationId: string;
  asked: string[];
  replied: string[];
  turns: ToldTurn[];
  /** From when to when a person had the conversation. */
  fences: Array<{ from: number; to: number }>;
}

interface MessageRow {
  id: string;
  position: number;
  role: string;
  state: string;
  content: string;
}

describe('people who take over at any moment', () => {
  const random = randomOf(SEED);
  const pause = () => delay(random() * MAX_PAUSE_MS);
  let chats: EchoingChats;
  let processes: ChatProcess[];
  let people: KeyActor[];
  let moment = 0;
  const next = () => {
    moment += 1;
    return moment;
  };
  const any = <T>(among: readonly T[]): T => among[Math.floor(random() * among.length)] as T;

  beforeAll(async () => {
    chats = await openEchoingChats();
    people = [chats.actor, ...(await Promise.all(['Ben', 'Cleo', 'Dan', 'Eve'].map(chats.person)))];
    for (const { userId } of people) await chats.agents.put(chats.actor, userId, { capacity: CONVERSATIONS });
    processes = [new SlowEngine(random), new SlowEngine(random)].map((engine) => chats.anotherProcess(engine));
  });
  afterAll(() => chats.db.close());

  async function hear(turn: LiveTurn): Promise<ToldTurn> {
    const begunAt = next();
    const told = { messageId: turn.start.messageId, begunAt, deltasAt: [] as number[], text: '', isWithdrawn: false };
    for await (const frame of turn.follow()) {
      if (frame.type === 'delta') {
        told.deltasAt.push(next());
        told.text += frame.text;
      }
      told.isWithdrawn = frame.type === 'withdrawn';
    }
    return { ...told, answer: await turn.answered() };
  }

  /** The end user, who sometimes does not wait for the reply. */
  async function write(course: Course): Promise<void> {
    const hearing: Array<Promise<ToldTurn>> = [];
    await delay(random() * SPREAD_MS);
    for (let n = 0; n < MESSAGES; n += 1) {
      await pause();
      const message = `${course.sessionKey}:${n}`;
      const input = { message, sessionKey: course.sessionKey, isStreamed: true };
      const turn = await any(processes).turns.ask(chats.actor, chats.bot.id, input);
      course.asked.push(message);
      course.conversationId = turn.start.conversationId;
      hearing.push(hear(turn));
      if (random() < 0.6) await hearing.at(-1);
    }
    course.turns = await Promise.all(hearing);
  }

  /** A person, who takes over at some message, says something, and goes again. */
  async function intervene(course: Course, times: number): Promise<void> {
    for (let n = 0; n < times; n += 1) {
      const messages = n + 1 + Math.floor(random() * (MESSAGES - n));
      while (course.asked.length < messages) await pause();
      await pause();
      const person = any(people);
      const { escalations } = any(processes);
      const { id } = await escalations.takeOver(person, course.conversationId);
      const fence = { from: next(), to: Number.POSITIVE_INFINITY };
      course.fences.push(fence);
      for (let words = 0; words < 2; words += 1) {
        await pause();
        const content = `${course.sessionKey} person ${n}.${words}`;
        await any(processes).escalations.reply(person, id, content);
        course.replied.push(content);
      }
      await pause();
      fence.to = next();
      await escalations.return(person, id);
    }
  }

  const rowsOf = (conversationId: string) =>
    chats.db.database.query<MessageRow>(
      'select id, position, role, state, content from message where conversation_id = $1 order by position',
      [conversationId],
    );

  function checkStored(course: Course, rows: readonly MessageRow[]): void {
    expect(rows.map(({ position }) => position)).toEqual(rows.map((_, index) => index + 1));
    expect(rows.filter(({ role }) => role === 'user').map(({ content }) => content)).toEqual(course.asked);
    expect(rows.filter(({ role }) => role === 'agent').map(({ content }) => content)).toEqual(course.replied);
    expect(rows.every(({ state }) => state === 'complete' || state === 'withdrawn')).toBe(true);
    let hasPerson = false;
    for (const { role, state, content } of rows) {
      if (role === 'system') hasPerson = content.includes('has joined');
      if (hasPerson) expect([role, state]).not.toEqual(['bot', 'complete']);
    }
  }

  function checkTold({ turns, fences }: Course, rows: readonly MessageRow[]): void {
    const stored = new Map(rows.map((row) => [row.id, row]));
    for (const { messageId, text, isWithdrawn, answer, begunAt, deltasAt } of turns) {
      const row = stored.get(messageId);
      if (isWithdrawn) {
        expect(row).toMatchObject({ state: 'withdrawn', content: '' });
        expect(answer.isNotice).toBe(true);
        const late = deltasAt.filter((at) => fences.some(({ from, to }) => from < at && (at < to || begunAt < from)));
        expect(late).toEqual([]);
      } else if (answer.isNotice) {
        expect(row).toBeUndefined();
      } else {
        expect(row).toMatchObject({ state: 'complete', content: text });
      }
    }
  }

  test(`no reply is stored or told after the fence, and nothing is lost (seed ${SEED})`, async () => {
    const courses = Array.from({ length: CONVERSATIONS }, (_, n): Course => {
      return { sessionKey: `visit-${n}`, conversationId: '', asked: [], replied: [], turns: [], fences: [] };
    });
    await Promise.all(courses.flatMap((course) => [write(course), intervene(course, 1 + Math.floor(random() * 2))]));
    for (const course of courses) {
      const rows = await rowsOf(course.conversationId);
      checkStored(course, rows);
      checkTold(course, rows);
    }
    const turns = courses.flatMap((course) => course.turns);
    expect(turns).toHaveLength(CONVERSATIONS * MESSAGES);
    expect(turns.some(({ isWithdrawn }) => isWithdrawn)).toBe(true);
    expect(turns.some(({ answer }) => !answer.isNotice)).toBe(true);
  });
});

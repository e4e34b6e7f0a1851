import type { Bot } from '#domain/bots';
import type { TurnToRemember } from '#domain/context';
import { NO_PLUGINS } from '#domain/plugins';
import type { Reply, ReplyEvent, ReplyRequest, TurnInContext } from '#domain/replies';
import type { Config } from '#infra/config';
import type { Outbox } from '#infra/events';
import { HOUR_MS, type KeyActor, newId } from '#kernel';
import type { LlmModel } from '#providers/llm';
import { MIGRATIONS } from '../../domain/migrations';
import { openTestDatabase, type TestDatabase } from '../database';
import { linkedNotices } from '../linked-notices';
import { ManualClock } from '../manual-clock';
import { type ChatSurroundings, chatProcess } from './chat-process';

/** Says back what it heard and how many messages it remembers. */
export class EchoEngine {
  failure: Error | undefined;
  /** What its replies are said to be. */
  as: Partial<Reply> = {};
  /** What it would have remembered. */
  toRemember: TurnInContext | undefined;
  /** Replies that begin while it is set wait for it after their first half. */
  gate: Promise<void> | undefined;
  readonly requests: ReplyRequest[] = [];

  async *reply(request: ReplyRequest): AsyncIterable<ReplyEvent> {
    const { gate } = this;
    this.requests.push(request);
    yield { type: 'sources', sources: [] };
    if (this.failure) throw this.failure;
    const text = `${request.message} (${request.history.length})`;
    const half = Math.floor(text.length / 2);
    yield { type: 'delta', text: text.slice(0, half) };
    await gate;
    request.signal?.throwIfAborted();
    yield { type: 'delta', text: text.slice(half) };
    const { toRemember } = this;
    yield { type: 'done', reply: { ...replyOf(text), ...this.as }, ...(toRemember ? { toRemember } : {}) };
  }
}

/** Remembers turns as TurnContexts is told them, or fails. */
export class RememberedTurns {
  readonly turns: TurnToRemember[] = [];
  failure: Error | undefined;

  async remember(turn: TurnToRemember): Promise<void> {
    if (this.failure) throw this.failure;
    this.turns.push(turn);
  }

  forget(): void {
    this.turns.length = 0;
    this.failure = undefined;
  }
}

/** A bot's only plugin. */
export class Redactor {
  masks: RegExp | undefined;
  readonly plugins = {
    ...NO_PLUGINS,
    isEmpty: false,
    mask: (text: string) => (this.masks ? text.replace(this.masks, '***') : text),
  };
}

function replyOf(text: string): Reply {
  const usage = { inputTokens: 0, outputTokens: 0 };
  return { text, sources: [], confidence: 0, grounded: false, model: 'echo', usage, latencyMs: 0 };
}

function botOf(teamId: string, number: number): Bot {
  return {
    id: newId(),
    number,
    teamId,
    slug: `helper-${number}`,
    name: 'Helper',
    description: null,
    engine: 'default',
    configuration: {},
    status: 'active',
    isDefault: false,
    createdAt: new Date(0),
    updatedAt: new Date(0),
  };
}

/**
 * A team with two bots that echo, and the services of chats over a database. Sessions idle, and chats live, one hour.
 * `anotherProcess` gives the same services of another process on the same database.
 */
export async function openEchoingChats() {
  const db = await openTestDatabase({ migrations: MIGRATIONS });
  const { database } = db;
  const clock = new ManualClock(new Date('2026-01-01T00:00:00Z'));
  const teamId = newId();
  await database.query(`insert into team (id, name) values ($1, 'Team')`, [teamId]);
  const [bot, otherBot] = [botOf(teamId, 1), botOf(teamId, 2)];
  for (const { id, slug } of [bot, otherBot])
    await database.query(`insert into bot (id, team_id, slug, name) values ($1, $2, $3, 'Helper')`, [id, teamId, slug]);
  const actor = actorOf(teamId, await insertPerson(db, teamId, 'Ada'));
  const outbox = writingOutbox(db, clock);
  const config = { chats: { sessionIdleMs: HOUR_MS, chatLifetimeMs: HOUR_MS } } as Config;
  const engine = new EchoEngine();
  const judges: LlmModel[] = [];
  const context = new RememberedTurns();
  const redactor = new Redactor();
  const nextNotices = linkedNotices(database);
  const processWith = (bots: readonly Bot[], speaking: ChatSurroundings['engine'] = engine) =>
    chatProcess({
      database,
      clock,
      config,
      outbox,
      notices: nextNotices(),
      engine: speaking,
      bots,
      judges,
      plugins: redactor.plugins,
      contexts: context,
    });
  return {
    db,
    clock,
    actor,
    bot,
    otherBot,
    engine,
    /** Models that judge messages; none unless a test puts one in. */
    judges,
    /** Masks what it is told to. */
    redactor,
    /** What was to be remembered of end users. */
    context,
    ...processWith([bot, otherBot]),
    turnsWith: (known: Bot[]) => processWith(known).turns,
    anotherProcess: (speaking?: ChatSurroundings['engine']) => processWith([bot, otherBot], speaking),
    /** A channel of the bot; gives its id. */
    channel: () => insertChannel(db, teamId, bot.id),
    /** Another person of the team. */
    person: async (username: string): Promise<KeyActor> => actorOf(teamId, await insertPerson(db, teamId, username)),
    /** Names of what was told, oldest first. */
    events: async () => {
      const rows = await database.query<{ name: string }>('select name from outbox order by occurred_at, name');
      return rows.map(({ name }) => name);
    },
    /** What was told under a name, oldest first. */
    told: async (name: string) => {
      const rows = await database.query<{ data: Record<string, unknown> }>(
        'select data from outbox where name = $1 order by occurred_at, id',
        [name],
      );
      return rows.map(({ data }) => data);
    },
    forgetAll: async () => {
      engine.failure = undefined;
      engine.as = {};
      engine.toRemember = undefined;
      context.forget();
      redactor.masks = undefined;
      engine.gate = undefined;
      engine.requests.length = 0;
      judges.length = 0;
      bot.configuration = {};
      bot.status = 'active';
      for (const table of ['conversation', 'channel', 'chat', 'outbox', 'support_agent'])
        await database.query(`delete from ${table}`);
    },
  };
}

export type EchoingChats = Awaited<ReturnType<typeof openEchoingChats>>;

function actorOf(teamId: string, userId: string): KeyActor {
  return { kind: 'key', keyId: newId(), userId, teamId, plan: 'free', scopes: ['admin'] };
}

async function insertChannel({ database }: TestDatabase, teamId: string, botId: string): Promise<string> {
  const id = newId();
  await database.query(
    `insert into channel (id, team_id, bot_id, type, credentials, webhook_secret, origin, created_at, updated_at)
     values ($1, $2, $3, 'telegram', '', '', 'http://localhost', now(), now())`,
    [id, teamId, botId],
  );
  return id;
}

async function insertPerson({ database }: TestDatabase, teamId: string, username: string): Promise<string> {
  const id = newId();
  await database.query(
    `insert into app_user (id, team_id, username, username_folded, email, email_folded, password_hash)
     values ($1, $2, $3, $4, $5, $5, '')`,
    [id, teamId, username, `${username.toLowerCase()}-${id}`, `${id}@example.com`],
  );
  return id;
}

/** Writes at once, without a fan-out. */
function writingOutbox({ database }: TestDatabase, clock: ManualClock): Outbox {
  const addAll = async (event: { name: string }, entries: ReadonlyArray<{ teamId: string; data: object }>) => {
    for (const { teamId, data } of entries) {
      await database.query('insert into outbox (id, team_id, name, data, occurred_at) values ($1, $2, $3, $4, $5)', [
        newId(),
        teamId,
        event.name,
        JSON.stringify(data),
        clock.now(),
      ]);
    }
  };
  const add = (event: { name: string }, entry: { teamId: string; data: object }) => addAll(event, [entry]);
  return { wake() {}, add, addAll } as unknown as Outbox;
}

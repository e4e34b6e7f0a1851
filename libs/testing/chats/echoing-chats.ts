import type { Bot, BotLookup, BotsService } from '#domain/bots';
import type { Reply, ReplyEngine, ReplyEvent, ReplyRequest } from '#domain/replies';
import { type Config, ShutdownGrace } from '#infra/config';
import type { Outbox } from '#infra/events';
import { type Actor, AppError, HOUR_MS, newId } from '#kernel';
import { ChatQueries } from '../../domain/chats/chats.queries';
import { Conversations } from '../../domain/chats/conversations.service';
import { EndingQueries } from '../../domain/chats/ending.queries';
import { Ending } from '../../domain/chats/ending.service';
import { OpenChatsQueries } from '../../domain/chats/open-chats.queries';
import { OpenChats } from '../../domain/chats/open-chats.service';
import { Turns } from '../../domain/chats/turns.service';
import { MIGRATIONS } from '../../domain/migrations';
import { openTestDatabase, type TestDatabase } from '../database';
import { ManualClock } from '../manual-clock';

/** Says back what it heard and how many messages it remembers. */
export class EchoEngine {
  failure: Error | undefined;
  readonly requests: ReplyRequest[] = [];

  async *reply(request: ReplyRequest): AsyncIterable<ReplyEvent> {
    this.requests.push(request);
    yield { type: 'sources', sources: [] };
    if (this.failure) throw this.failure;
    const text = `${request.message} (${request.history.length})`;
    yield { type: 'delta', text };
    yield { type: 'done', reply: replyOf(text) };
  }
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

/** A team with two bots that echo, and the services of chats over a database. Sessions idle, and chats live, one hour. */
export async function openEchoingChats() {
  const db = await openTestDatabase({ migrations: MIGRATIONS });
  const { database } = db;
  const clock = new ManualClock(new Date('2026-01-01T00:00:00Z'));
  const teamId = newId();
  const actor: Actor = { kind: 'key', keyId: newId(), userId: newId(), teamId, plan: 'free', scopes: ['admin'] };
  const [bot, otherBot] = [botOf(teamId, 1), botOf(teamId, 2)];
  await database.query(`insert into team (id, name) values ($1, 'Team')`, [teamId]);
  for (const { id, slug } of [bot, otherBot])
    await database.query(`insert into bot (id, team_id, slug, name) values ($1, $2, $3, 'Helper')`, [id, teamId, slug]);
  const outbox = writingOutbox(db, clock);
  const config = { chats: { sessionIdleMs: HOUR_MS, chatLifetimeMs: HOUR_MS } } as Config;
  const queries = new ChatQueries(database);
  const engine = new EchoEngine();
  const bots = [bot, otherBot];
  const turnsWith = (known: Bot[]) =>
    new Turns(
      botsWith(known) as unknown as BotLookup,
      engine as unknown as ReplyEngine,
      queries,
      outbox,
      clock,
      new ShutdownGrace({ shutdown: { graceMs: 10_000 } } as Config),
      config,
    );
  return {
    db,
    clock,
    actor,
    bot,
    otherBot,
    engine,
    turns: turnsWith(bots),
    turnsWith,
    conversations: new Conversations(botsWith(bots) as unknown as BotsService, queries, database, outbox, clock),
    ending: new Ending(new EndingQueries(database), queries, database, outbox, config, clock),
    chats: new OpenChats(
      new OpenChatsQueries(database),
      botsWith(bots) as unknown as BotLookup,
      database,
      outbox,
      config,
      clock,
    ),
    /** Names of what was told, oldest first. */
    events: async () => {
      const rows = await database.query<{ name: string }>('select name from outbox order by occurred_at, name');
      return rows.map(({ name }) => name);
    },
    forgetAll: async () => {
      engine.failure = undefined;
      engine.requests.length = 0;
      for (const table of ['conversation', 'chat', 'outbox']) await database.query(`delete from ${table}`);
    },
  };
}

export type EchoingChats = Awaited<ReturnType<typeof openEchoingChats>>;

function botsWith(bots: readonly Bot[]) {
  const gone = () => new AppError('bots.not_found', 'not_found', 'Gone.');
  return {
    gone,
    get: async (_actor: Actor, botId: string) => {
      const bot = bots.find(({ id }) => id === botId);
      if (!bot) throw gone();
      return bot;
    },
  };
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

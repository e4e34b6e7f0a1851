import type { Bot, BotLookup, BotsService } from '#domain/bots';
import { MIGRATIONS } from '#domain/migrations';
import type { Reply, ReplyEngine, ReplyEvent } from '#domain/replies';
import { type Config, ShutdownGrace } from '#infra/config';
import type { Outbox } from '#infra/events';
import { type Actor, AppError, HOUR_MS, newId } from '#kernel';
import { ManualClock } from '#testing';
import { openTestDatabase, type TestDatabase } from '#testing/database';
import { ChatQueries } from './chats.queries';
import { Conversations } from './conversations.service';
import { EndingQueries } from './ending.queries';
import { Ending } from './ending.service';
import { Turns } from './turns.service';

const TEAM = newId();
const BOT: Bot = {
  id: newId(),
  teamId: TEAM,
  slug: 'helper',
  name: 'Helper',
  description: null,
  engine: 'default',
  configuration: {},
  status: 'active',
  createdAt: new Date(0),
  updatedAt: new Date(0),
};
const ACTOR: Actor = { kind: 'key', keyId: newId(), userId: newId(), teamId: TEAM, plan: 'free', scopes: ['admin'] };

/** Says back what it heard and how many messages it remembers. */
class EchoEngine {
  failure: Error | undefined;

  async *reply({ message, history }: { message: string; history: readonly unknown[] }): AsyncIterable<ReplyEvent> {
    yield { type: 'sources', sources: [] };
    if (this.failure) throw this.failure;
    const text = `${message} (${history.length})`;
    yield { type: 'delta', text };
    yield { type: 'done', reply: replyOf(text) };
  }
}

function replyOf(text: string): Reply {
  const usage = { inputTokens: 0, outputTokens: 0 };
  return { text, sources: [], confidence: 0, grounded: false, model: 'echo', usage, latencyMs: 0 };
}

describe('turns', () => {
  let db: TestDatabase;
  let engine: EchoEngine;
  let turns: Turns;
  let turnsOf: (bot: Bot) => Turns;
  let conversations: Conversations;
  let ending: Ending;
  const clock = new ManualClock(new Date('2026-01-01T00:00:00Z'));

  beforeAll(async () => {
    db = await openTestDatabase({ migrations: MIGRATIONS });
    const { database } = db;
    await database.query(`insert into team (id, name) values ($1, 'Team')`, [TEAM]);
    await database.query(`insert into bot (id, team_id, slug, name) values ($1, $2, 'helper', 'Helper')`, [
      BOT.id,
      TEAM,
    ]);
    const botsWith = (bot: Bot) => ({
      get: async () => bot,
      gone: () => new AppError('bots.not_found', 'not_found', 'Gone.'),
    });
    const outbox = { wake() {}, add: addTo, addAll: addAllTo } as unknown as Outbox;
    async function addTo(event: { name: string }, entry: { teamId: string; data: object }) {
      await addAllTo(event, [entry]);
    }
    async function addAllTo(event: { name: string }, entries: Array<{ teamId: string; data: object }>) {
      for (const { teamId, data } of entries) {
        await database.query('insert into outbox (id, team_id, name, data, occurred_at) values ($1, $2, $3, $4, $5)', [
          newId(),
          teamId,
          event.name,
          JSON.stringify(data),
          clock.now(),
        ]);
      }
    }
    const queries = new ChatQueries(database);
    const config = { chats: { sessionIdleMs: HOUR_MS } } as Config;
    engine = new EchoEngine();
    turnsOf = (bot) =>
      new Turns(
        botsWith(bot) as unknown as BotLookup,
        engine as unknown as ReplyEngine,
        queries,
        outbox,
        clock,
        new ShutdownGrace({ shutdown: { graceMs: 10_000 } } as Config),
      );
    turns = turnsOf(BOT);
    conversations = new Conversations(botsWith(BOT) as unknown as BotsService, queries, database, outbox, clock);
    ending = new Ending(new EndingQueries(database), queries, database, outbox, config, clock);
  });

  afterAll(() => db.close());

  beforeEach(async () => {
    engine.failure = undefined;
    await db.database.query('delete from conversation');
    await db.database.query('delete from outbox');
  });

  const ask = async (message: string, sessionKey?: string) =>
    (
      await turns.ask(ACTOR, BOT.id, {
        message,
        isStreamed: false,
        ...(sessionKey === undefined ? {} : { sessionKey }),
      })
    ).answered();
  const said = async (sessionKey: string) =>
    (await conversations.history(ACTOR, BOT.id, sessionKey, { page: 1, limit: 100 })).items.map(
      (entry) => entry.content,
    );
  const events = async () =>
    (await db.database.query<{ name: string }>('select name from outbox order by occurred_at, name')).map(
      (row) => row.name,
    );

  test('without a session open one; with its key they go on in it and remember', async () => {
    const first = await ask('one');
    const second = await ask('two', first.sessionKey);
    expect(second.conversationId).toBe(first.conversationId);
    expect(await said(first.sessionKey)).toEqual(['one', 'one (0)', 'two', 'two (2)']);
  });

  test('may name a session of their own', async () => {
    expect((await ask('hello', 'visit-7')).sessionKey).toBe('visit-7');
    expect(await said('visit-7')).toEqual(['hello', 'hello (0)']);
  });

  test('of one conversation at the same time keep each question with its reply, in one order', async () => {
    const questions = Array.from({ length: 20 }, (_, n) => `question ${n}`);
    await Promise.all(questions.map((question) => ask(question, 'busy')));
    const all = await said('busy');
    expect(all).toHaveLength(40);
    for (let n = 0; n < 40; n += 2) expect(all[n + 1]).toMatch(new RegExp(`^${all[n]} \\(`));
  });

  test('tell what happened, once', async () => {
    const { sessionKey } = await ask('hello');
    await ask('again', sessionKey);
    expect((await events()).sort()).toEqual([
      'conversation.started',
      'message.received',
      'message.received',
      'message.sent',
      'message.sent',
    ]);
  });

  test('that fail say so, keep the question and tell of no reply', async () => {
    engine.failure = new Error('provider down');
    await expect(ask('hello', 'broken')).rejects.toThrow('provider down');
    expect(await said('broken')).toEqual(['hello']);
    expect(await events()).not.toContain('message.sent');
  });

  test('whose process died are failed by the sweep, and resuming them says so', async () => {
    const { messageId } = await ask('hello', 'lost');
    await db.database.query(`update message set state = 'pending', content = '' where id = $1`, [messageId]);
    clock.advance(HOUR_MS);
    await ending.failAbandonedReplies();
    await expect(turns.resume(ACTOR, BOT.id, { messageId, cursor: 0 })).rejects.toMatchObject({
      code: 'chats.reply_failed',
    });
  });

  test('for a bot that has just gone say so and keep nothing', async () => {
    const gone = { ...BOT, id: newId() };
    await expect(turnsOf(gone).ask(ACTOR, gone.id, { message: 'hello', isStreamed: false })).rejects.toMatchObject({
      code: 'bots.not_found',
    });
    expect(await events()).toEqual([]);
  });

  test('are resumed only by who asked', async () => {
    const { messageId } = await ask('hello');
    const other: Actor = { ...ACTOR, keyId: newId() };
    await expect(turns.resume(other, BOT.id, { messageId, cursor: 0 })).rejects.toMatchObject({
      code: 'chats.turn_not_found',
    });
    expect((await (await turns.resume(ACTOR, BOT.id, { messageId, cursor: 0 })).answered()).reply.text).toBe(
      'hello (0)',
    );
  });

  test('a conversation ends after its idle time, is told of once, and a new message opens it again', async () => {
    await ask('hello', 'idle');
    await ending.endIdleConversations();
    expect(await events()).not.toContain('conversation.ended');
    clock.advance(2 * HOUR_MS);
    await ending.endIdleConversations();
    await ending.endIdleConversations();
    expect((await events()).filter((name) => name === 'conversation.ended')).toHaveLength(1);
    await ask('still there?', 'idle');
    const [row] = await db.database.query('select state, ended_at from conversation');
    expect(row).toEqual({ state: 'open', ended_at: null });
  });
});

import type { BotLookup } from '#domain/bots';
import type { Config } from '#infra/config';
import type { DomainEvent } from '#infra/events';
import { DAY_MS, HOUR_MS, type KeyActor, newId } from '#kernel';
import { ManualClock, MIGRATIONS } from '#testing';
import { IDLE_MS, MadeUpChats, Recount, type RecountRange, seeded } from '#testing/analytics';
import { openTestDatabase, type TestDatabase } from '#testing/database';
import { ExperimentCountingQueries } from '../experiments/counting/experiment-counting.queries';
import { ExperimentCounting } from '../experiments/counting/experiment-counting.service';
import { BotFigures } from '../figures/bot-figures.service';
import { FigureQueries } from '../figures/figures.queries';
import { BacklogQueries } from './backlog.queries';
import { Backlog } from './backlog.service';
import { CountingQueries } from './counting.queries';
import { Counting } from './counting.service';
import { SittingQueries } from './sittings.queries';
import { Sittings } from './sittings.service';
import { VisitQueries } from './visits.queries';
import { Visits } from './visits.service';

const START = new Date('2025-09-20T00:00:00Z');
const CONFIG = { chats: { sessionIdleMs: IDLE_MS } } as Config;
const BOTS = { get: async () => undefined } as unknown as BotLookup;
const ZONES = ['UTC', 'Europe/Berlin', 'Asia/Kolkata', 'Australia/Lord_Howe', 'America/New_York', 'Pacific/Chatham'];
const PERIODS = ['daily', 'weekly', 'monthly', 'all'] as const;

describe('what was counted', () => {
  let db: TestDatabase;
  let figures: BotFigures;
  let teamId: string;
  let botIds: string[];
  const clock = new ManualClock(new Date('2026-06-01T12:00:00Z'));

  beforeAll(async () => {
    db = await openTestDatabase({ migrations: MIGRATIONS });
    figures = new BotFigures(new FigureQueries(db.database), BOTS, clock);
  });
  afterAll(() => db.close());

  beforeEach(async () => {
    await db.reset();
    teamId = newId();
    botIds = [newId(), newId()];
    await db.database.query(`insert into team (id, name) values ($1, 'Team')`, [teamId]);
    for (const [at, id] of botIds.entries()) {
      await db.database.query(`insert into bot (id, team_id, slug, name) values ($1, $2, $3, 'Helper')`, [
        id,
        teamId,
        `helper-${at}`,
      ]);
    }
  });

  /** As one process has it; `fails` says whether its next writing does. */
  function counter(fails: () => boolean = () => false): { counting: Counting; backlog: Backlog } {
    const queries = new CountingQueries(db.database);
    const addCells = queries.addCells.bind(queries);
    queries.addCells = async (rows) => {
      await addCells(rows);
      if (fails()) throw new Error('The process ends here.');
    };
    const sittings = new Sittings(new SittingQueries(db.database), CONFIG);
    const visits = new Visits(new VisitQueries(db.database));
    const experiments = new ExperimentCounting(new ExperimentCountingQueries(db.database));
    const counting = new Counting(queries, sittings, visits, experiments, db.database);
    return { counting, backlog: new Backlog(new BacklogQueries(db.database), queries, counting, db.database) };
  }

  async function chatsOf(random: () => number, conversations: number): Promise<MadeUpChats> {
    const chats = new MadeUpChats(db.database, teamId, random);
    for (let made = 0; made < conversations; made += 1) {
      const user = `user-${Math.floor(random() * 9)}`;
      const startAt = new Date(
        START.getTime() + Math.floor(random() * 150) * DAY_MS + Math.floor(random() * 24) * HOUR_MS,
      );
      chats.converse(botIds[made % 2]!, user, startAt, 1 + Math.floor(random() * 12));
    }
    await chats.write();
    return chats;
  }

  /** Each event up to three times, in any order, in batches of any size, by several at once, some of whom fail at first. */
  async function hear(events: readonly DomainEvent[], random: () => number): Promise<void> {
    const doubled = events.flatMap((event) => Array.from({ length: 1 + Math.floor(random() * 2.2) }, () => event));
    const shuffled = doubled
      .map((event) => ({ event, order: random() }))
      .sort((a, b) => a.order - b.order)
      .map(({ event }) => event);
    const batches: DomainEvent[][] = [];
    while (shuffled.length > 0) batches.push(shuffled.splice(0, 1 + Math.floor(random() * 40)));
    const counters = [counter(() => random() < 0.2), counter(() => random() < 0.2)];
    await Promise.all(
      counters.map(async ({ counting }) => {
        for (let batch = batches.pop(); batch; batch = batches.pop()) {
          for (let heard = false; !heard; )
            heard = await counting.countEvents(batch).then(
              () => true,
              () => false,
            );
        }
      }),
    );
  }

  const actor = (): KeyActor => ({
    kind: 'key',
    keyId: newId(),
    userId: newId(),
    teamId,
    plan: 'free',
    scopes: ['analytics:read'],
  });

  async function expectRecounted(chats: MadeUpChats, random: () => number, ranges: number): Promise<void> {
    const recount = new Recount(chats, IDLE_MS);
    for (let tried = 0; tried < ranges; tried += 1) {
      const period = PERIODS[tried % PERIODS.length]!;
      const timezone = ZONES[Math.floor(random() * ZONES.length)]!;
      const from = new Date(START.getTime() + Math.floor(random() * 200 * 96) * 15 * 60_000);
      const to = new Date(from.getTime() + (1 + Math.floor(random() ** 3 * 250 * 96)) * 15 * 60_000);
      const botId = botIds[Math.floor(random() * 2)]!;
      await expectSame(recount, { botId, from, to, period, timezone });
    }
  }

  async function expectSame(recount: Recount, range: RecountRange): Promise<void> {
    const { botId, from, to, period, timezone } = range;
    const request = { startDate: from.toISOString(), endDate: to.toISOString(), period, timezone };
    const [messages, users, sessions] = [
      await figures.messages(actor(), botId, request),
      await figures.users(actor(), botId, request),
      await figures.sessions(actor(), botId, request),
    ];
    const [intents, usage, quality] = [
      await figures.intents(actor(), botId, request),
      await figures.usage(actor(), botId, request),
      await figures.quality(actor(), botId, request),
    ];
    expectReport({ ...messages, asked: range }, recount.messages(range));
    expectReport({ ...users, asked: range }, recount.users(range));
    expectReport({ ...sessions, asked: range }, recount.sessions(range));
    expect(Object.fromEntries(intents.intents.map(({ intent, count }) => [intent, count]))).toEqual(
      recount.intents(range),
    );
    const replies = recount.replies(range);
    expect(usage.totals).toMatchObject({
      total: replies.total,
      inputTokens: replies.inputTokens,
      outputTokens: replies.outputTokens,
    });
    expect(usage.totals.costUsd).toBeCloseTo(replies.costUsd, 6);
    expect(quality.totals).toMatchObject({
      total: replies.total,
      noContext: replies.noContext,
      escalations: recount.events('conversation.escalated', range).length,
      positiveRatings: recount.events('message.rated', range).length,
    });
    expect(quality.totals.averageLatencyMs ?? 0).toBeCloseTo(replies.averageLatencyMs, 0);
    expect(quality.totals.averageConfidence ?? 0).toBeCloseTo(replies.averageConfidence, 3);
  }

  function expectReport(
    { totals, timeline, asked }: { totals: object; timeline: readonly object[]; asked: RecountRange },
    expected: { totals: object; byDate: ReadonlyMap<string, object> },
  ): void {
    const dates = timeline.map((bucket) => (bucket as { date: string }).date);
    expect({ asked, totals }).toMatchObject({ asked, totals: rounded(expected.totals) });
    expect([...expected.byDate.keys()].filter((date) => !dates.includes(date))).toEqual([]);
    for (const bucket of timeline as Array<{ date: string; total: number }>) {
      const of = expected.byDate.get(bucket.date);
      expect({ asked, bucket }).toMatchObject({ asked, bucket: of ? rounded(of) : { total: 0 } });
    }
  }

  function rounded(numbers: object): object {
    return Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, Number(Number(value).toFixed(3))]));
  }

  test.each([1, 2, 3])(
    'is what a recount finds, whatever order, doubles and failures there were (%d)',
    async (seed) => {
      const random = seeded(seed);
      const chats = await chatsOf(random, 16);
      await hear(chats.events, random);
      await expectRecounted(chats, random, 24);
    },
  );

  test('of users who come back after about a year is what a recount finds', async () => {
    const random = seeded(5);
    const chats = new MadeUpChats(db.database, teamId, random);
    const [botId] = botIds as [string];
    for (const days of [363, 364, 365, 366, 367, 368]) {
      for (const minutes of [-75, -45, -15, 0, 15, 45, 75]) {
        const backAt = new Date(START.getTime() + days * DAY_MS + minutes * 60_000);
        chats.converse(botId, `after ${days} days, ${minutes} minutes`, START, 1);
        chats.converse(botId, `after ${days} days, ${minutes} minutes`, backAt, 1);
      }
    }
    await chats.write();
    await hear(chats.events, random);
    const recount = new Recount(chats, IDLE_MS);
    for (const days of [364, 365, 366, 367]) {
      for (const minutes of [-60, 15, 60]) {
        const from = new Date(START.getTime() + minutes * 60_000);
        const to = new Date(from.getTime() + days * DAY_MS);
        await expectSame(recount, { botId, from, to, period: 'all', timezone: 'UTC' });
      }
    }
  });

  test('of what was stored before is counted once, also with events that come later', async () => {
    const random = seeded(7);
    const before = await chatsOf(random, 10);
    await db.database.query(
      `insert into analytics_backlog (conversation_id, last_position)
       select id, message_count from conversation`,
    );
    await db.database.query(
      `insert into analytics_event (event_id, team_id) select * from unnest($1::uuid[], $2::uuid[])`,
      [before.events.map(({ id }) => id), before.events.map(() => teamId)],
    );
    const after = new MadeUpChats(db.database, teamId, random);
    for (let made = 0; made < 6; made += 1) after.converse(botIds[made % 2]!, `user-${made}`, START, 5);
    await after.write();
    await Promise.all([
      hear([...before.events, ...after.events], random),
      counter().backlog.countAll(),
      counter().backlog.countAll(),
    ]);
    before.messages.push(...after.messages);
    before.endings.length = 0;
    before.endings.push(...after.endings);
    for (const [id, bot] of after.conversationBots) before.conversationBots.set(id, bot);
    const stored = new Recount(before, IDLE_MS);
    const [botId] = botIds as [string];
    for (const period of PERIODS) {
      const range = {
        botId,
        from: START,
        to: new Date(START.getTime() + 300 * DAY_MS),
        period,
        timezone: 'Asia/Kolkata',
      };
      const request = {
        startDate: range.from.toISOString(),
        endDate: range.to.toISOString(),
        period,
        timezone: range.timezone,
      };
      expectReport({ ...(await figures.messages(actor(), botId, request)), asked: range }, stored.messages(range));
      expectReport({ ...(await figures.users(actor(), botId, request)), asked: range }, stored.users(range));
    }
    expect(await db.database.query('select from analytics_backlog')).toEqual([]);
  });

  test('of a user who is erased is gone, but for the number of messages', async () => {
    const random = seeded(11);
    const chats = await chatsOf(random, 16);
    await hear(chats.events, random);
    const erased = await counter().counting.forgetUser(teamId, undefined, 'user-3');
    expect(erased).toBeGreaterThan(0);
    const recount = new Recount(chats, IDLE_MS);
    const kept = new MadeUpChats(db.database, teamId, random);
    kept.messages.push(...chats.messages.filter(({ userRef }) => userRef !== 'user-3'));
    const others = new Recount(kept, IDLE_MS);
    for (const botId of botIds) {
      for (const period of PERIODS) {
        const range = { botId, from: START, to: new Date(START.getTime() + 300 * DAY_MS), period, timezone: 'UTC' };
        const request = {
          startDate: range.from.toISOString(),
          endDate: range.to.toISOString(),
          period,
          timezone: 'UTC',
        };
        expectReport({ ...(await figures.users(actor(), botId, request)), asked: range }, others.users(range));
        expectReport({ ...(await figures.messages(actor(), botId, request)), asked: range }, recount.messages(range));
      }
    }
    await hear(chats.events, random);
    const rows = await db.database.query(`select from analytics_user where user_key = 'user-3'`);
    expect(rows).toEqual([]);
  });

  test('of a bot that is deleted is gone, and its late events count nowhere', async () => {
    const random = seeded(13);
    const chats = await chatsOf(random, 4);
    await hear(chats.events.slice(0, 20), random);
    await db.database.query('delete from bot where id = $1', [botIds[0]]);
    await hear(chats.events, random);
    const rows = await db.database.query<{ id: string }>('select distinct bot_id as id from analytics_cell');
    expect(rows).toEqual([{ id: botIds[1] }]);
  });
});

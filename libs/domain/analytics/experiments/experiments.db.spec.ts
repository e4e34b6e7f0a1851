import type { Integration, Integrations } from '#domain/integrations';
import type { Config } from '#infra/config';
import type { DomainEvent } from '#infra/events';
import { DAY_MS, HOUR_MS, type KeyActor, newId } from '#kernel';
import { ManualClock, MIGRATIONS } from '#testing';
import { seeded } from '#testing/analytics';
import { openTestDatabase, type TestDatabase } from '#testing/database';
import { CountingQueries } from '../counting/counting.queries';
import { Counting } from '../counting/counting.service';
import { SittingQueries } from '../counting/sittings.queries';
import { Sittings } from '../counting/sittings.service';
import { VisitQueries } from '../counting/visits.queries';
import { Visits } from '../counting/visits.service';
import { ExperimentCountingQueries } from './counting/experiment-counting.queries';
import { ExperimentCounting } from './counting/experiment-counting.service';
import { ExperimentQueries } from './experiments.queries';
import { Experiments } from './experiments.service';
import type { AbReport, AbReportRequest } from './experiments.types';

const START = new Date('2026-03-01T00:00:00Z');
const CONFIG = { chats: { sessionIdleMs: HOUR_MS } } as Config;

/** What happened in one turn, as it is made up and as it is recounted. */
interface Turn {
  conversationId: string;
  at: Date;
  chosen: string;
  /** Null: nobody could answer. */
  answeredBy: string | null;
  failed: Array<{ id: string; wasCalled: boolean; latencyMs: number }>;
  latencyMs: number;
  tokens: number;
  costUsd: number | null;
  rating: { of: string; word: 'positive' | 'neutral' | 'negative'; score: number | null } | null;
}

describe('the report of integrations', () => {
  let db: TestDatabase;
  let teamId: string;
  let botId: string;
  let ids: string[];
  let present: Integration[];
  const clock = new ManualClock(new Date('2026-06-01T12:00:00Z'));

  beforeAll(async () => {
    db = await openTestDatabase({ migrations: MIGRATIONS });
  });
  afterAll(() => db.close());

  beforeEach(async () => {
    await db.reset();
    [teamId, botId, ids] = [newId(), newId(), [newId(), newId(), newId()]];
    await db.database.query(`insert into team (id, name) values ($1, 'Team')`, [teamId]);
    await db.database.query(`insert into bot (id, team_id, slug, name) values ($1, $2, 'helper', 'Helper')`, [
      botId,
      teamId,
    ]);
    present = ids.map((id, at) => integration(id, at));
    for (const { id, name, kind } of present) {
      await db.database.query(
        `insert into integration (id, team_id, bot_id, name, kind, timeout_ms, created_at, updated_at)
         values ($1, $2, $3, $4, $5, 1000, now(), now())`,
        [id, teamId, botId, name, kind],
      );
    }
  });

  function integration(id: string, at: number): Integration {
    const times = { createdAt: START, updatedAt: START };
    const calling = { webhookUrl: null, headers: {}, modelId: null, timeoutMs: 1_000 };
    const chosen = { weight: [3, 1, 0][at]!, isFallback: at === 2, isEnabled: true };
    return { id, teamId, botId, name: `Back-end ${at}`, kind: 'webhook', ...calling, ...chosen, ...times };
  }

  function counting(fails: () => boolean = () => false): Counting {
    const queries = new ExperimentCountingQueries(db.database);
    const addLatencies = queries.addLatencies.bind(queries);
    queries.addLatencies = async (rows) => {
      await addLatencies(rows);
      if (fails()) throw new Error('The process ends here.');
    };
    const sittings = new Sittings(new SittingQueries(db.database), CONFIG);
    const visits = new Visits(new VisitQueries(db.database));
    const experiments = new ExperimentCounting(queries);
    return new Counting(new CountingQueries(db.database), sittings, visits, experiments, db.database);
  }

  function report(request: AbReportRequest = {}): Promise<AbReport> {
    const list = async () => ({ items: present, total: present.length });
    const experiments = new Experiments({ list } as unknown as Integrations, new ExperimentQueries(db.database), clock);
    const actor: KeyActor = {
      kind: 'key',
      keyId: newId(),
      userId: newId(),
      teamId,
      plan: 'free',
      scopes: ['analytics:read'],
    };
    return experiments.report(actor, botId, request);
  }

  /** Conversations of up to six turns, over up to five days, two of which lie far apart. */
  async function converse(random: () => number, conversations: number): Promise<Turn[]> {
    const made = Array.from({ length: conversations }, () => ({
      id: newId(),
      at: new Date(START.getTime() + Math.floor(random() * 20 * 24) * HOUR_MS),
      chosen: ids[random() < 0.6 ? 0 : 1]!,
    }));
    await db.database.query(
      `insert into conversation (id, team_id, bot_id, session_key, user_ref, started_at, last_message_at)
       select id, $2, $3, id::text, 'user', $4, $4 from unnest($1::uuid[]) as c (id)`,
      [made.map(({ id }) => id), teamId, botId, START],
    );
    return made.flatMap(({ id, at, chosen }) =>
      Array.from({ length: 1 + Math.floor(random() * 6) }, (_, turn) =>
        madeUpTurn(random, id, chosen, new Date(at.getTime() + turn * 19 * HOUR_MS)),
      ),
    );
  }

  function madeUpTurn(random: () => number, conversationId: string, chosen: string, at: Date): Turn {
    const chance = random();
    const fallback = ids[2]!;
    const latencyMs = 1 + Math.floor(random() ** 3 * 20_000);
    const failure = (id: string) => ({ id, wasCalled: random() < 0.8, latencyMs: 100 });
    const failed = chance < 0.1 ? [failure(chosen), failure(fallback)] : chance < 0.3 ? [failure(chosen)] : [];
    const answeredBy = [chosen, fallback, null][failed.length]!;
    const word = (['positive', 'neutral', 'negative'] as const)[Math.floor(random() * 3)]!;
    const rating = answeredBy && random() < 0.4 ? { of: answeredBy, word, score: random() < 0.5 ? 4 : null } : null;
    const usage = { tokens: Math.floor(random() * 300), costUsd: random() < 0.5 ? 0.25 : null };
    return { conversationId, at, chosen, answeredBy, failed, latencyMs, ...usage, rating };
  }

  function eventsOf(turns: readonly Turn[]): DomainEvent[] {
    return turns.flatMap((turn) => {
      const { conversationId, at, latencyMs } = turn;
      const integration = {
        id: turn.answeredBy ?? turn.chosen,
        kind: 'webhook',
        latencyMs,
        isApology: !turn.answeredBy,
      };
      const made = { model: null, modelId: null, inputTokens: turn.tokens, outputTokens: 1, costUsd: turn.costUsd };
      const read = { confidence: 0, isGrounded: false, isSmallTalk: false, intent: null, inScope: null };
      const reply = { ...made, ...read, latencyMs: latencyMs + 50, integration, failedIntegrations: turn.failed };
      const of = { botId, conversationId, userRef: 'user' };
      const event = (name: string, data: object) => ({ id: newId(), teamId, name, occurredAt: at, data });
      const sent = event('message.sent', { ...of, messageId: newId(), reply });
      if (!turn.rating) return [sent];
      const { of: integrationId, word, score } = turn.rating;
      return [sent, event('message.rated', { ...of, integrationId, rating: word, score })];
    });
  }

  /** Each event up to three times, in any order, in batches of any size, by two at once, some of whom fail at first. */
  async function hear(events: readonly DomainEvent[], random: () => number): Promise<void> {
    const doubled = events.flatMap((event) => Array.from({ length: 1 + Math.floor(random() * 2.2) }, () => event));
    const orders = new Map(doubled.map((event, at) => [at, { event, order: random() }]));
    const shuffled = [...orders.values()].sort((a, b) => a.order - b.order).map(({ event }) => event);
    const batches: DomainEvent[][] = [];
    while (shuffled.length > 0) batches.push(shuffled.splice(0, 1 + Math.floor(random() * 40)));
    const hearAll = async (counter: Counting) => {
      for (let batch = batches.pop(); batch; batch = batches.pop()) {
        for (let heard = false; !heard; ) {
          heard = await counter.countEvents(batch).then(
            () => true,
            () => false,
          );
        }
      }
    };
    await Promise.all([hearAll(counting(() => random() < 0.2)), hearAll(counting(() => random() < 0.2))]);
  }

  function expectRecounted(found: AbReport, turns: readonly Turn[], within: (at: Date) => boolean): void {
    for (const figures of found.integrations)
      expect(figures).toMatchObject(recount(figures.integrationId, turns, within));
  }

  test.each([1, 2])('is what a recount finds, whatever order, doubles and failures there were (%d)', async (seed) => {
    const random = seeded(seed);
    const turns = await converse(random, 40);
    await hear(eventsOf(turns), random);
    expectRecounted(await report(), turns, () => true);
    for (const [first, last] of [
      [0, 6],
      [3, 3],
      [7, 30],
    ] as const) {
      const [from, to] = [first, last].map((day) => new Date(START.getTime() + day * DAY_MS + 5 * HOUR_MS));
      const dayOf = (at: Date) => Math.floor((at.getTime() - START.getTime()) / DAY_MS);
      const found = await report({ from: from!, to: to! });
      expectRecounted(found, turns, (at) => dayOf(at) >= first && dayOf(at) <= last);
    }
  });

  test('compares by conversations, shows their shares beside the weights, and names what is deleted', async () => {
    const random = seeded(3);
    await hear(eventsOf(await converse(random, 300)), random);
    const [first, second, fallback] = ids as [string, string, string];
    await db.database.query('delete from integration where id = $1', [second]);
    present.splice(1, 1);
    const found = await report();
    expect(found).toMatchObject({ controlId: first, from: null, to: null, leastConversations: 100, level: 0.05 });
    expect(found.integrations.map(({ integrationId, name, isDeleted }) => [integrationId, name, isDeleted])).toEqual([
      [first, 'Back-end 0', false],
      [fallback, 'Back-end 2', false],
      [second, 'Back-end 1', true],
    ]);
    const shares = found.integrations.map(({ conversationShare, weightShare }) => ({ conversationShare, weightShare }));
    expect(shares[1]).toEqual({ conversationShare: 0, weightShare: 0 });
    expect(shares[0]!.conversationShare! + shares[2]!.conversationShare!).toBeCloseTo(1, 12);
    expect(shares[0]!.weightShare).toBe(1);
    const compared = found.comparisons.map(({ integrationId, metric }) => [integrationId, metric]);
    expect(compared).toEqual([
      [second, 'failures'],
      [second, 'satisfaction'],
      [second, 'latency'],
    ]);
    expect(found.verdict.verdict).toBe('no_difference_shown');
  });

  test('keeps what became of a conversation that is deleted, and late events of it count as turns alone', async () => {
    const turns = await converse(seeded(5), 6);
    const events = eventsOf(turns);
    await counting().countEvents(events);
    const before = await report();
    await db.database.query('delete from conversation');
    const conversations = (found: AbReport) => found.integrations.map((figures) => figures.conversations);
    const calls = (found: AbReport) => found.integrations.map((figures) => figures.calls + figures.skips);
    await counting().countEvents(eventsOf(turns));
    const after = await report();
    expect(conversations(after)).toEqual(conversations(before));
    expect(calls(after)).toEqual(calls(before).map((count) => 2 * count));
    expect(await db.database.query('select from analytics_integration_conversation')).toEqual([]);
  });

  test('is empty without integrations and without turns, and gone with its bot', async () => {
    await counting().countEvents(eventsOf(await converse(seeded(6), 3)));
    await db.database.query('delete from bot');
    for (const table of ['', '_day', '_latency', '_conversation']) {
      expect(await db.database.query(`select from analytics_integration${table}`)).toEqual([]);
    }
    present = [];
    expect(await report()).toMatchObject({
      integrations: [],
      controlId: null,
      comparisons: [],
      verdict: { verdict: 'insufficient_data' },
    });
  });

  test('needs the scope, and days that follow each other', async () => {
    await expect(report({ from: new Date(START.getTime() + DAY_MS), to: START })).rejects.toMatchObject({
      code: 'analytics.period_reversed',
    });
    const experiments = new Experiments({} as Integrations, new ExperimentQueries(db.database), clock);
    const actor = { kind: 'key', teamId, scopes: ['bots:read'] } as unknown as KeyActor;
    await expect(experiments.report(actor, botId)).rejects.toMatchObject({ code: 'actor.scope_missing' });
  });
});

function recount(id: string, turns: readonly Turn[], within: (at: Date) => boolean) {
  const own = turns.filter(({ at, answeredBy }) => answeredBy === id && within(at));
  const failed = turns.flatMap(({ at, failed: all }) => (within(at) ? all : [])).filter((call) => call.id === id);
  const failures = failed.filter(({ wasCalled }) => wasCalled).length;
  const rated = turns.flatMap(({ at, rating }) => (rating?.of === id && within(at) ? [rating] : []));
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const words = (word: string) => rated.filter((rating) => rating.word === word).length;
  const scored = rated.flatMap(({ score }) => score ?? []);
  return {
    turns: own.length,
    calls: own.length + failures,
    failures,
    skips: failed.length - failures,
    apologies: turns.filter(({ at, chosen, answeredBy }) => chosen === id && !answeredBy && within(at)).length,
    latency: { meanMs: own.length === 0 ? null : Math.round(sum(own.map(({ latencyMs }) => latencyMs)) / own.length) },
    ratings: {
      positive: words('positive'),
      neutral: words('neutral'),
      negative: words('negative'),
      averageScore: scored.length === 0 ? null : sum(scored) / scored.length,
    },
    usage: {
      inputTokens: sum(own.map(({ tokens }) => tokens)),
      outputTokens: own.length,
      costUsd: sum(own.map(({ costUsd }) => costUsd ?? 0)),
      unpricedTurns: own.filter(({ costUsd }) => costUsd === null).length,
    },
    ...recountConversations(id, turns, within),
  };
}

function recountConversations(id: string, turns: readonly Turn[], within: (at: Date) => boolean) {
  const given = [
    ...Map.groupBy(
      turns.filter(({ chosen }) => chosen === id),
      ({ conversationId }) => conversationId,
    ),
  ]
    .map(([, of]) => of)
    .filter((of) => within(of.map(({ at }) => at).reduce((first, at) => (at < first ? at : first))));
  const ratingsOf = (of: readonly Turn[]) => of.flatMap(({ rating }) => (rating?.of === id ? [rating.word] : []));
  const count = (words: readonly string[], word: string) => words.filter((other) => other === word).length;
  const rated = given.map(ratingsOf).filter((words) => words.length > 0);
  const logs = given.map((of) => of.reduce((sum, turn) => sum + Math.log(turn.latencyMs + 50), 0) / of.length);
  const mean = Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length);
  return {
    conversations: given.length,
    outcomes: {
      failed: { count: given.filter((of) => of.some(({ failed }) => failed.length > 0)).length, total: given.length },
      pleased: {
        count: rated.filter((words) => count(words, 'positive') > count(words, 'negative')).length,
        total: rated.length,
      },
      waiting: { geometricMeanMs: logs.length === 0 ? null : expect.closeTo(mean, 0) },
    },
  };
}

import { DAY_MS, type KeyActor, newId, SECOND_MS } from '#kernel';
import { MIGRATIONS } from '#testing';
import { openTestDatabase, type TestDatabase } from '#testing/database';
import { AnalyticsQueries } from './analytics.queries';
import type { Grouping } from './analytics.types';
import { ConversationStatistics } from './conversation-statistics.service';

const at = (text: string) => new Date(text);

const NOTHING = {
  conversations: 0,
  aiResolved: 0,
  escalated: 0,
  resolutionRate: 0,
  avgResponseTimeS: 0,
  customerSatisfaction: null,
};

interface Given {
  startedAt: string;
  /** Seconds that each reply took; null: it failed. */
  replies?: Array<number | null>;
  escalation?: { reason: string; waitedS?: number; handledS?: number };
  ratings?: Array<{ score: number | null; at: string }>;
  teamId?: string;
}

describe('the statistics of conversations', () => {
  let db: TestDatabase;
  let statistics: ConversationStatistics;
  const actorOf = (teamId: string): KeyActor => ({
    kind: 'key',
    keyId: newId(),
    userId: newId(),
    teamId,
    plan: 'free',
    scopes: ['analytics:read'],
  });
  const [ours, theirs] = [newId(), newId()];
  const bots = new Map<string, string>();

  beforeAll(async () => {
    db = await openTestDatabase({ migrations: MIGRATIONS });
    statistics = new ConversationStatistics(new AnalyticsQueries(db.database));
    for (const teamId of [ours, theirs]) {
      const botId = newId();
      bots.set(teamId, botId);
      await db.database.query(`insert into team (id, name) values ($1, 'Team')`, [teamId]);
      await db.database.query(`insert into bot (id, team_id, slug, name) values ($1, $2, 'helper', 'Helper')`, [
        botId,
        teamId,
      ]);
    }
  });
  afterAll(() => db.close());
  beforeEach(() => db.database.query('delete from conversation'));

  async function hold({ startedAt, replies = [1], escalation, ratings = [], teamId = ours }: Given): Promise<void> {
    const [id, started] = [newId(), at(startedAt)];
    const later = (seconds: number) => new Date(started.getTime() + seconds * SECOND_MS);
    const insert = (sql: string, parameters: unknown[]) => db.database.query(`insert into ${sql}`, parameters);
    await insert(
      `conversation (id, team_id, bot_id, session_key, user_ref, started_at, last_message_at)
       values ($1::uuid, $2, $3, $1::text, 'user', $4, $4)`,
      [id, teamId, bots.get(teamId), started],
    );
    for (const [turn, tookS] of replies.entries()) {
      await insert(
        `message (id, conversation_id, position, role, state, content, principal, created_at, completed_at)
         values ($1, $3, $4, 'user', 'complete', 'Hi', 'key:k', $5, $5),
                ($2, $3, $4 + 1, 'bot', $6, 'Ho', 'key:k', $5, $7)`,
        [
          newId(),
          newId(),
          id,
          2 * turn + 1,
          later(turn),
          tookS === null ? 'failed' : 'complete',
          later(turn + (tookS ?? 100)),
        ],
      );
    }
    if (escalation) {
      const { reason, waitedS, handledS = 0 } = escalation;
      const acceptedAt = waitedS === undefined ? null : later(waitedS);
      await insert(
        `escalation (id, team_id, bot_id, conversation_id, reason, state, summary, language, created_at,
           accepted_at, ended_at)
         values ($1, $2, $3, $4, $5, $6, 'Hi', 'en', $7, $8, $9)`,
        [
          newId(),
          teamId,
          bots.get(teamId),
          id,
          reason,
          acceptedAt ? 'resolved' : 'waiting',
          started,
          acceptedAt,
          acceptedAt && later(waitedS! + handledS),
        ],
      );
    }
    for (const rating of ratings) {
      await insert(
        `response_rating (id, team_id, bot_id, conversation_id, rating, score, created_at)
         values ($1, $2, $3, $4, 'neutral', $5, $6)`,
        [newId(), teamId, bots.get(teamId), id, rating.score, at(rating.at)],
      );
    }
  }

  const report = (from: string, to: string, groupBy: Grouping = 'day', teamId = ours) =>
    statistics.report(actorOf(teamId), { from: at(from), to: at(to), groupBy });

  test('count what began in the period, which ends before its end', async () => {
    await hold({ startedAt: '2026-01-31T23:59:59.999Z' });
    await hold({ startedAt: '2026-02-01T00:00:00Z' });
    await hold({ startedAt: '2026-02-02T23:59:59.999Z', escalation: { reason: 'low_confidence' } });
    await hold({ startedAt: '2026-02-02T12:00:00Z' });
    await hold({ startedAt: '2026-02-03T00:00:00Z' });
    const { totals, buckets } = await report('2026-02-01', '2026-02-03');
    expect(totals).toMatchObject({ conversations: 3, aiResolved: 2, escalated: 1, resolutionRate: 2 / 3 });
    expect(buckets).toEqual([
      expect.objectContaining({ date: '2026-02-01', conversations: 1, aiResolved: 1, escalated: 0, resolutionRate: 1 }),
      expect.objectContaining({
        date: '2026-02-02',
        conversations: 2,
        aiResolved: 1,
        escalated: 1,
        resolutionRate: 0.5,
      }),
    ]);
  });

  test('have zeros where nothing happened', async () => {
    const { totals, buckets, handOff } = await report('2026-02-27', '2026-03-02');
    expect(totals).toEqual(NOTHING);
    expect(buckets).toEqual(['2026-02-27', '2026-02-28', '2026-03-01'].map((date) => ({ date, ...NOTHING })));
    expect(handOff).toEqual({ byReason: {}, avgWaitingTimeS: null, avgHandlingTimeS: null });
  });

  test('group by ISO week and by month in UTC', async () => {
    await hold({ startedAt: '2026-03-01T23:30:00Z' });
    await hold({ startedAt: '2026-03-02T00:30:00Z' });
    await hold({ startedAt: '2026-03-08T12:00:00Z' });
    const counts = async (groupBy: Grouping) => {
      const { buckets } = await report('2026-02-28', '2026-03-10', groupBy);
      return buckets.map(({ date, conversations }) => [date, conversations]);
    };
    expect(await counts('week')).toEqual([
      ['2026-02-23', 1],
      ['2026-03-02', 2],
      ['2026-03-09', 0],
    ]);
    expect(await counts('month')).toEqual([
      ['2026-02-01', 0],
      ['2026-03-01', 3],
    ]);
  });

  test('average what replies took, not what conversations took, and leave out those that failed', async () => {
    await hold({ startedAt: '2026-02-01T08:00:00Z', replies: [1, 2, 6] });
    await hold({ startedAt: '2026-02-01T09:00:00Z', replies: [3, null] });
    await hold({ startedAt: '2026-02-02T09:00:00Z', replies: [0.5] });
    const { totals, buckets } = await report('2026-02-01', '2026-02-03');
    expect(totals.avgResponseTimeS).toBeCloseTo(2.5, 6);
    expect(buckets.map(({ avgResponseTimeS }) => avgResponseTimeS)).toEqual([3, 0.5]);
  });

  test('average the scores that were given in the period; a word is none', async () => {
    await hold({
      startedAt: '2026-01-31T08:00:00Z',
      ratings: [
        { score: 1, at: '2026-01-31T09:00:00Z' },
        { score: 5, at: '2026-02-01T09:00:00Z' },
        { score: null, at: '2026-02-01T10:00:00Z' },
        { score: 2, at: '2026-02-02T09:00:00Z' },
      ],
    });
    const { totals, buckets } = await report('2026-02-01', '2026-02-04');
    expect(totals.customerSatisfaction).toBe(3.5);
    expect(buckets.map(({ customerSatisfaction }) => customerSatisfaction)).toEqual([5, 2, null]);
  });

  test('tell why people were needed, how long they were waited for and how long they took', async () => {
    const startedAt = '2026-02-01T08:00:00Z';
    await hold({ startedAt, escalation: { reason: 'low_confidence', waitedS: 10, handledS: 100 } });
    await hold({ startedAt, escalation: { reason: 'low_confidence', waitedS: 20, handledS: 300 } });
    await hold({ startedAt, escalation: { reason: 'user_request' } });
    expect((await report('2026-02-01', '2026-02-02')).handOff).toEqual({
      byReason: { low_confidence: 2, user_request: 1 },
      avgWaitingTimeS: 15,
      avgHandlingTimeS: 200,
    });
  });

  test('of a team tell nothing of another', async () => {
    const startedAt = '2026-02-01T08:00:00Z';
    const ratings = [{ score: 5, at: startedAt }];
    await hold({ startedAt, teamId: theirs, escalation: { reason: 'user_request', waitedS: 1 }, ratings });
    const { totals, handOff } = await report('2026-02-01', '2026-02-02');
    expect(totals).toEqual(NOTHING);
    expect(handOff.byReason).toEqual({});
    expect((await report('2026-02-01', '2026-02-02', 'day', theirs)).totals).toMatchObject({ escalated: 1 });
  });

  test('are refused for a period that ends before it begins, or is longer than five years', async () => {
    await expect(report('2026-02-01', '2026-02-01')).rejects.toMatchObject({ code: 'analytics.period_reversed' });
    await expect(report('2021-01-01', '2026-01-03')).rejects.toMatchObject({ code: 'analytics.period_too_long' });
    expect((await report('2021-01-01', '2026-01-01')).buckets).toHaveLength(1_826);
  });

  test('need the scope analytics:read', async () => {
    const actor: KeyActor = { ...actorOf(ours), scopes: ['conversations:read'] };
    const from = at('2026-02-01');
    const asked = statistics.report(actor, { from, to: new Date(from.getTime() + DAY_MS), groupBy: 'day' });
    await expect(asked).rejects.toMatchObject({ code: 'actor.scope_missing' });
  });
});

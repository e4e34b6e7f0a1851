import { must, registerTeam, sharedInstallation, WireClient } from '#testing/parley';
import { DAY, day, PASSWORD_ARTICLE, PASSWORD_QUESTION, SupportClient, UNANSWERABLE } from './support-client';

describe('the figures of support', () => {
  let support: SupportClient;

  beforeAll(async () => {
    support = new SupportClient((await registerTeam(new WireClient((await sharedInstallation()).baseUrl))).asKey);
    await support.write(PASSWORD_ARTICLE);
  });

  const period = { start_date: day(-1), end_date: day(1) };
  const METRICS = {
    total_conversations: 4,
    ai_resolved: 3,
    escalated: 1,
    resolution_rate: 0.75,
    avg_response_time: expect.any(Number),
    customer_satisfaction: 4.5,
  };

  test('are zeros before anything has happened', async () => {
    const { metrics, escalations, daily_breakdown } = await support.analytics(period);
    const zeros = {
      ai_resolved: 0,
      escalated: 0,
      resolution_rate: 0,
      avg_response_time: 0,
      customer_satisfaction: null,
    };
    expect(metrics).toEqual({ total_conversations: 0, ...zeros });
    expect(escalations).toEqual({ by_reason: {}, avg_waiting_time: null, avg_handling_time: null });
    expect(daily_breakdown).toEqual([-1, 0, 1].map((offset) => ({ date: day(offset), conversations: 0, ...zeros })));
  });

  test('count what happened, by day, week and month', async () => {
    const rated = await support.say(PASSWORD_QUESTION);
    await support.say(PASSWORD_QUESTION);
    await support.say(PASSWORD_QUESTION);
    await support.say(UNANSWERABLE);
    for (const rating of [5, 4]) must(await support.rate(rated.conversation_id, { rating }), 201);

    const daily = await support.analytics({ ...period, metrics: 'conversations,resolution_rate' });
    expect(daily.period).toEqual({ start: period.start_date, end: period.end_date });
    expect(daily.metrics).toEqual(METRICS);
    expect(daily.metrics.avg_response_time).toBeGreaterThanOrEqual(0);
    expect(daily.escalations.by_reason).toEqual({ low_confidence: 1 });
    expect(daily.daily_breakdown).toHaveLength(3);
    for (const entry of daily.daily_breakdown) {
      expect(entry).toEqual({
        date: expect.stringMatching(DAY),
        conversations: expect.any(Number),
        resolution_rate: expect.any(Number),
      });
    }
    const sum = (rows: Array<{ conversations: number }>) => rows.reduce((total, row) => total + row.conversations, 0);
    expect(sum(daily.daily_breakdown)).toBe(4);

    const weekly = await support.analytics({ ...period, group_by: 'week' });
    expect(weekly).toMatchObject({ metrics: METRICS });
    expect(weekly).not.toHaveProperty('daily_breakdown');
    expect(sum(weekly.weekly_breakdown)).toBe(4);
    for (const { date } of weekly.weekly_breakdown) expect(new Date(date).getUTCDay()).toBe(1);

    const monthly = await support.analytics({ ...period, group_by: 'month' });
    expect(sum(monthly.monthly_breakdown)).toBe(4);
    for (const { date } of monthly.monthly_breakdown) expect(date).toMatch(/-01$/);
  });
});

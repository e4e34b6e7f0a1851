import { endUserErased } from '#domain/context';
import type { ActiveModel } from '#domain/training';
import { DAY_MS, HOUR_MS, type KeyActor, MINUTE_MS, newId } from '#kernel';
import { ManualClock } from '#testing';
import { InsightsUnderTest, type MadeUpConversation, type MadeUpTurn } from '#testing/insights';
import type { Insight, InsightPeriod, Insights } from './insights.types';

const NOW = '2026-04-01T12:00:00.000Z';
const CREATED_AT = new Date('2026-01-01T00:00:00Z');

/** Days before now. */
const daysAgo = (days: number) => new Date(Date.parse(NOW) - days * DAY_MS);

/** Unanswered in the month: one thing in many words, and things that were asked once. */
const GIFTS = [
  'Do you offer gift wrapping?',
  'do you offer gift wraping',
  'Is gift wrapping offered?',
  'gift wrapping offer',
];
const ONCE = [
  'Who founded the company?',
  'Can I bring my dog?',
  'Do you have a car park?',
  'Where do your beans come from?',
];
const ANSWERED = [
  'When are you open?',
  'How do I return an item?',
  'How long does delivery take?',
  'Do you ship abroad?',
];

describe('the insights of a bot', () => {
  let made: InsightsUnderTest;
  const clock = new ManualClock(NOW);

  beforeAll(async () => {
    made = await InsightsUnderTest.open(clock);
  });
  afterAll(() => made.close());
  beforeEach(async () => {
    clock.set(NOW);
    await made.beginWithBot(CREATED_AT);
  });

  const read = (period: InsightPeriod = 'monthly', timeZone = 'UTC') =>
    made.insights.of(made.actor, made.bot.id, { period, timeZone });
  const all = ({ performance, users, content }: Insights) => [...performance, ...users, ...content];
  const named = (of: Insights, id: string): Insight => {
    const found = all(of).find((one) => one.id === id);
    if (!found) throw new Error(`There is no insight ${id}.`);
    return found;
  };

  /** Two turns each, at nine in the morning of a day each. @param failing of ten turns */
  const days = (from: number, to: number, failing: number, changes: Partial<MadeUpTurn> = {}): MadeUpConversation[] =>
    Array.from({ length: 5 * (from - to) }, (_, place) => {
      const at = new Date(daysAgo(from - Math.floor(place / 5) - 1).getTime() - 3 * HOUR_MS + (place % 5) * MINUTE_MS);
      const turns = [0, 1].map((turn) => {
        const number = 2 * place + turn;
        const isGrounded = number % 10 >= failing;
        const unanswered = number % 20 < failing ? GIFTS : ONCE;
        const text = (isGrounded ? ANSWERED : unanswered)[number % 4] ?? '';
        return { at, text, isGrounded, confidence: isGrounded ? 0.9 : 0.2, ...changes };
      });
      return { turns };
    });

  test('of a bot that nobody has talked with are empty and say so', async () => {
    for (const period of ['daily', 'weekly', 'monthly', 'all'] as const) {
      const found = await read(period);
      expect(found).toMatchObject({ period, turnsRead: 0, isSampled: false, recommendations: [] });
      for (const insight of all(found)) {
        expect(insight.text).toMatch(/\.$/);
        expect(insight).toMatchObject({ items: [], isSignificant: false, verdict: null });
      }
    }
  });

  test('compare a month with the month before: what became worse is told, what is the same is not', async () => {
    await made.hold([...days(60, 30, 1), ...days(30, 0, 4)]);
    const found = await read();
    expect(named(found, 'no-context-rate')).toMatchObject({
      unit: 'share',
      current: 0.4,
      previous: 0.1,
      changePercent: 300,
      isSignificant: true,
      verdict: 'worse',
      effect: { name: 'cohens_h' },
      samples: { current: 300, previous: 300 },
    });
    expect(named(found, 'confidence')).toMatchObject({ verdict: 'worse', isSignificant: true });
    for (const id of ['messages', 'conversations', 'latency', 'escalation-rate', 'negative-ratings']) {
      expect(named(found, id)).toMatchObject({ verdict: null });
    }
    expect(named(found, 'messages')).toMatchObject({ current: 300, previous: 300 });
  });

  test('find that replies became slower, from times that vary a lot', async () => {
    const varied = (conversations: MadeUpConversation[], factor: number) =>
      conversations.map(({ turns }, place) => ({
        turns: turns.map((turn) => ({ ...turn, latencyMs: factor * (80 + 40 * (place % 7)) })),
      }));
    await made.hold([...varied(days(60, 30, 0), 1), ...varied(days(30, 0, 0), 1.5)]);
    const found = await read();
    expect(named(found, 'latency')).toMatchObject({
      unit: 'milliseconds',
      current: 300,
      previous: 200,
      verdict: 'worse',
    });
    expect(named(found, 'no-context-rate')).toMatchObject({ verdict: null, current: 0 });
  });

  test('cluster what went without an answer, and recommend what was asked most first', async () => {
    await made.hold(days(30, 0, 4));
    const found = await read();
    const { current, items, text } = named(found, 'unanswered-questions');
    expect(current).toBe(120);
    expect(items[0]).toMatchObject({ count: 60, examples: expect.arrayContaining(GIFTS), isAnsweredNow: false });
    expect(items.slice(1).map(({ question }) => question)).toEqual(expect.arrayContaining(ONCE));
    expect(items).toHaveLength(1 + ONCE.length);
    expect(text).toContain('120 messages found no answer');
    const [first, ...others] = found.recommendations.filter(({ id }) => id.startsWith('answer:'));
    expect(first).toMatchObject({
      turns: 60,
      action: { method: 'POST', path: `/api/v1/knowledge-bases/${made.baseId}/questions`, fill: ['answer'] },
    });
    expect(others).toHaveLength(ONCE.length);
    const turns = found.recommendations.map((one) => one.turns);
    expect(turns).toEqual(turns.toSorted((a, b) => b - a));
  });

  test('recommend nothing for what the knowledge answers by now, and a lower threshold where that would answer', async () => {
    await made.hold(days(30, 0, 4));
    made.knows = (text, { minN }) => GIFTS.includes(text) || (minN !== undefined && text.includes('car park'));
    const found = await read();
    const [gifts] = named(found, 'unanswered-questions').items;
    expect(gifts).toMatchObject({ count: 60, isAnsweredNow: true });
    const titles = found.recommendations.map(({ title }) => title).join('\n');
    expect(titles).not.toContain('gift');
    const threshold = found.recommendations.find(({ id }) => id === 'threshold');
    expect(threshold).toMatchObject({
      turns: 15,
      action: {
        method: 'PUT',
        path: `/api/v1/knowledge-bases/${made.baseId}`,
        body: { settings: { relevanceThreshold: 0.6 } },
      },
      evidence: { threshold: 0.7, suggested: 0.6, examples: ['Do you have a car park?'] },
    });
  });

  test('leave out friendly words and what was said before the period', async () => {
    await made.hold([
      { turns: [{ at: daysAgo(1), text: 'hello', isGrounded: false, isSmallTalk: true }] },
      { turns: [{ at: daysAgo(40), text: 'Can I pay in dollars?', isGrounded: false }] },
      {
        turns: [
          { at: daysAgo(35), text: 'Can I pay by cheque?', isGrounded: false },
          { at: daysAgo(2), text: 'When are you open?' },
        ],
      },
    ]);
    const found = await read();
    expect(found.turnsRead).toBe(2);
    expect(named(found, 'unanswered-questions')).toMatchObject({ current: 0, items: [] });
    expect(named(await read('all'), 'unanswered-questions').current).toBe(2);
  });

  test('show badly rated answers with what was asked, answered and named', async () => {
    const [documentId] = await made.addDocuments(['Hours'], CREATED_AT);
    const replies = await made.hold([
      { turns: [{ at: daysAgo(3), text: 'When are you open?', documentIds: [documentId ?? ''] }] },
      { turns: [{ at: daysAgo(2), text: 'when are you open', documentIds: [documentId ?? ''] }] },
      { turns: [{ at: daysAgo(50), text: 'Do you ship abroad?' }] },
    ]);
    await made.rate(replies[0] ?? '', { rating: 'negative', comment: 'Wrong', at: daysAgo(3) });
    await made.rate(replies[1] ?? '', { rating: 'neutral', score: 1, at: daysAgo(2) });
    await made.rate(replies[2] ?? '', { rating: 'negative', at: daysAgo(49) });
    const found = await read();
    const { current, items } = named(found, 'badly-rated-answers');
    expect(current).toBe(2);
    expect(items).toEqual([
      expect.objectContaining({ query: 'when are you open', answer: 'Reply', score: 1, messageId: replies[1] }),
      expect.objectContaining({
        query: 'When are you open?',
        comment: 'Wrong',
        sources: [expect.objectContaining({ documentId })],
      }),
    ]);
    expect(found.recommendations.find(({ id }) => id.startsWith('correct:'))).toMatchObject({
      turns: 2,
      evidence: { count: 2, comments: ['Wrong'] },
    });
  });

  test('tell unused documents from new ones, and those that stand behind too much', async () => {
    const ids = await made.addDocuments(['A', 'B', 'C', 'D', 'E', 'F'], CREATED_AT);
    await made.addDocuments(['New'], daysAgo(2));
    const turns = (documentIds: readonly string[], count: number): MadeUpConversation[] =>
      Array.from({ length: count }, () => ({ turns: [{ at: daysAgo(4), text: 'When are you open?', documentIds }] }));
    await made.hold([
      ...turns([ids[0] ?? ''], 30),
      ...turns([ids[1] ?? '', ids[2] ?? ''], 14),
      ...turns([ids[2] ?? ''], 5),
      ...turns([], 5),
    ]);
    expect(named(await read(), 'unused-documents')).toMatchObject({ current: 0, items: [], text: /too few/ });
    await made.hold(turns([ids[0] ?? '', ids[2] ?? ''], 1));
    clock.advance(10 * MINUTE_MS);
    const found = await read();
    const unused = named(found, 'unused-documents');
    expect(unused.items.map(({ title }) => title)).toEqual(['F', 'E', 'D']);
    expect(unused.items[0]).toMatchObject({ bytes: 30, passageCount: 6, ageDays: 90, knowledgeBaseId: made.baseId });
    expect(named(found, 'overused-documents').items).toEqual([
      expect.objectContaining({ title: 'A', replies: 31, share: 0.62 }),
      expect.objectContaining({ title: 'C', replies: 20 }),
    ]);
    expect(found.recommendations.at(-1)).toMatchObject({
      turns: 0,
      action: { method: 'DELETE', path: `/api/v1/knowledge-bases/${made.baseId}/items/${ids[3]}` },
    });
  });

  test('name the intents that are not read surely and those that are taken for each other', async () => {
    const datasetId = newId();
    const confusions = [{ intent: 'refund', predicted: 'cancel', count: 3, texts: ['give it back'] }];
    const report = { confusions } as unknown as ActiveModel['report'];
    made.model = { version: 4, datasetIds: [datasetId], report, activatedAt: daysAgo(9) };
    const read4 = (name: string, confidence: number) => ({ name, confidence, inScope: true });
    const said = (count: number, intent: MadeUpTurn['intent'], text: string): MadeUpConversation[] =>
      Array.from({ length: count }, () => ({ turns: [{ at: daysAgo(1), text, ...(intent ? { intent } : {}) }] }));
    await made.hold([
      ...said(4, read4('refund', 0.5), 'money back maybe'),
      ...said(4, read4('refund', 0.95), 'refund please'),
      ...said(9, read4('cancel', 0.99), 'cancel it'),
      ...said(9, { name: 'cancel', confidence: 0.1, inScope: false }, 'who is the king'),
    ]);
    const found = await read();
    expect(named(found, 'unsure-intents').items).toEqual([
      { intent: 'refund', turns: 8, unsure: 4, meanConfidence: 0.725, examples: ['money back maybe'] },
    ]);
    expect(named(found, 'confused-intents').items).toEqual([{ ...confusions[0], modelVersion: 4 }]);
    const ofIntents = found.recommendations.filter(({ id }) => /^(?:examples|confusion):/.test(id));
    expect(ofIntents).toMatchObject([
      {
        id: 'examples:refund',
        turns: 4,
        action: {
          path: `/api/v1/training/datasets/${datasetId}/examples`,
          body: { examples: [{ input: 'money back maybe', output: 'refund', intent: 'refund' }] },
        },
      },
      { id: 'confusion:refund:cancel', turns: 4, action: { fill: ['examples.0.input'] } },
    ]);
  });

  test('know the busiest hours of the time zone, the languages and the channels', async () => {
    await made.hold([
      ...days(7, 0, 0),
      { turns: [{ at: daysAgo(1), text: 'Wie kann ich meine Bestellung ändern?', channel: 'email' }] },
    ]);
    const found = await read('monthly', 'Asia/Kolkata');
    const { items, text } = named(found, 'busiest-hours');
    expect(new Set(items.slice(0, 7).map(({ hour }) => hour))).toEqual(new Set([14]));
    expect(text).toContain('14:00 to 15:00 (Asia/Kolkata)');
    expect(named(found, 'languages').items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ language: 'en' }),
        expect.objectContaining({ language: 'de', messages: 1 }),
      ]),
    );
    expect(named(found, 'channels').items).toEqual([
      { channel: 'api', messages: 70, share: 70 / 71 },
      { channel: 'email', messages: 1, share: 1 / 71 },
    ]);
  });

  test('are computed once for all who ask within some minutes', async () => {
    const [one, other] = await Promise.all([read(), read()]);
    expect(other).toBe(one);
    await read('weekly');
    expect(made.computations).toBe(2);
    clock.advance(1);
    await made.insights.of(made.actor, made.bot.id, { period: 'monthly', timeZone: 'UTC', isFresh: true });
    expect(made.computations).toBe(3);
    clock.advance(6 * MINUTE_MS);
    await read();
    expect(made.computations).toBe(4);
  });

  test('are computed anew when words of an end user are gone', async () => {
    const one = await read();
    made.notices.publish(endUserErased, { teamId: made.actor.teamId, botId: newId() });
    expect(await read()).toBe(one);
    made.notices.publish(endUserErased, { teamId: made.actor.teamId, botId: made.bot.id });
    const other = await read();
    expect(other).not.toBe(one);
    made.notices.publish(endUserErased, { teamId: made.actor.teamId, botId: null });
    expect(await read()).not.toBe(other);
  });

  test('are refused without the scope and in a time zone that there is not', async () => {
    const stranger: KeyActor = { ...made.actor, scopes: ['chat:write'] };
    await expect(made.insights.of(stranger, made.bot.id, { period: 'daily', timeZone: 'UTC' })).rejects.toMatchObject({
      code: 'actor.scope_missing',
    });
    await expect(read('daily', 'Nowhere/Land')).rejects.toMatchObject({ code: 'analytics.unknown_time_zone' });
  });

  test('rest on the latest turns when there are more than can be read', async () => {
    const conversations = Array.from({ length: 130 }, (_, place) => ({
      turns: Array.from({ length: 60 }, () => ({
        at: new Date(daysAgo(1).getTime() - place * MINUTE_MS),
        text: 'Are you open?',
      })),
    }));
    await made.hold(conversations);
    const found = await read();
    expect(found).toMatchObject({ turnsRead: 5_000, isSampled: true });
    expect(named(found, 'messages').current).toBe(130 * 60);
  });
});

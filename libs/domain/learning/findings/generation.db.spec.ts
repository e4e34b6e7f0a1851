import { DAY_MS } from '#kernel';
import { LearningUnderTest } from '#testing/learning';
import { LearningReversion } from '../applying/reversion.service';
import { LearningItems } from '../learning.service';
import type { LearningItem } from '../learning.types';
import { FindingsQueries } from './findings.queries';

const GIFT = ['Do you offer gift wrapping?', 'do you offer gift wraping', 'Is gift wrapping available?'];
const SURE = { confidence: 0.9, inScope: true };

describe('deriving what could be learned', () => {
  let learning: LearningUnderTest;

  beforeAll(async () => {
    learning = await LearningUnderTest.open();
  });
  afterAll(() => learning.close());
  beforeEach(() => learning.reset());

  const hadFailures = (...texts: string[]) =>
    learning.hadTurns(...texts.map((text, at) => ({ text, userRef: `user-${at}` })));
  const reject = (item: LearningItem) => learning.get(LearningReversion).setStatus(learning.actor, item.id, 'rejected');
  const only = async () => {
    const items = await learning.items();
    expect(items).toHaveLength(1);
    return items[0]!;
  };

  test('a question that failed three times in whatever words is one pending item, with how often and examples', async () => {
    await hadFailures(...GIFT, 'Where is Rome?');
    expect(await learning.generate()).toMatchObject({ newItems: 1, turns: 4, isBounded: false });
    const item = await only();
    expect(item).toMatchObject({
      type: 'fallback_response',
      source: 'analytics',
      status: 'pending',
      lesson: { query: expect.stringMatching(/gift/), confidence: 0.8 },
      evidence: { count: 3, lastSeenAt: expect.any(String) },
    });
    expect(new Set(item.examples)).toEqual(new Set(GIFT));
  });

  test('two failures, answered questions and small talk are none', async () => {
    await hadFailures(...GIFT.slice(0, 2));
    await learning.hadTurns(...GIFT.map((text) => ({ text, grounded: true })));
    await learning.hadTurns(...['hi', 'hello', 'hey'].map((text) => ({ text, isSmallTalk: true })));
    await hadFailures('I want to talk to a human', 'Let me talk to a human', 'I want to speak to a human');
    expect(await learning.generate()).toMatchObject({ items: [], newItems: 0 });
  });

  test('again it brings the same item along, and nothing when nothing happened', async () => {
    await hadFailures(...GIFT);
    await learning.generate();
    const first = await only();
    learning.fixture.clock.advance(DAY_MS);
    expect(await learning.generate()).toMatchObject({ newItems: 0, items: [{ id: first.id }] });
    expect(await only()).toEqual(first);
    await hadFailures('do you offer gift wrapping', 'Is gift wrapping offered?');
    await learning.generate();
    const again = await only();
    expect(again).toMatchObject({ id: first.id, status: 'pending', evidence: { count: 5 } });
    expect(again.updatedAt > first.updatedAt).toBe(true);
  });

  test('two calls at the same time make one item', async () => {
    await hadFailures(...GIFT);
    const answers = await Promise.all([learning.generate(), learning.generate(), learning.generate()]);
    expect(answers.reduce((sum, { newItems }) => sum + newItems, 0)).toBe(1);
    await only();
  });

  test('a rejected item stays rejected, and is not shown as found', async () => {
    await hadFailures(...GIFT);
    const { items } = await learning.generate();
    await reject(items[0]!);
    await hadFailures(...GIFT);
    expect(await learning.generate()).toMatchObject({ newItems: 0, items: [] });
    expect(await only()).toMatchObject({ status: 'rejected', evidence: { count: 6 } });
  });

  test('what a person has written stays, also when the question is put otherwise', async () => {
    await hadFailures(...GIFT);
    const { items } = await learning.generate();
    const edited = { query: 'Is gift wrapping offered?', response: 'Yes, for 3 euros.' };
    await learning.get(LearningItems).change(learning.actor, items[0]!.id, edited);
    await hadFailures(...GIFT);
    await learning.generate();
    expect(await only()).toMatchObject({ lesson: edited, status: 'pending', evidence: { count: 6 } });
  });

  test('a question that somebody has answered is no open failure', async () => {
    await learning.add({ query: 'Do you offer gift wrapping?', response: 'Yes.' });
    await hadFailures(...GIFT);
    expect(await learning.generate()).toMatchObject({ newItems: 0 });
  });

  test('what a person answered in place of the bot is an item with both, and the failure is in hand', async () => {
    await hadFailures(...GIFT.slice(0, 2));
    await learning.hadHandOff([
      { role: 'user', text: 'Is gift wrapping offered?' },
      { role: 'bot', text: 'I do not know.' },
      { role: 'user', text: 'I want to talk to a human' },
      { role: 'agent', text: 'Hello!' },
      { role: 'agent', text: 'Yes, for 3 euros.' },
      { role: 'user', text: 'Thank you!' },
    ]);
    await learning.generate();
    expect(await only()).toMatchObject({
      type: 'query_response',
      source: 'analytics',
      status: 'pending',
      lesson: { query: 'Is gift wrapping offered?', response: 'Yes, for 3 euros.', confidence: 0.7 },
      evidence: { agent: { id: null, name: 'Jane' } },
    });
    expect(await learning.generate()).toMatchObject({ newItems: 0, items: [expect.anything()] });
  });

  test('an intent that was meant six times is pending, fifteen times approved; rejected it stays', async () => {
    const shipping = (count: number, from = 0) =>
      Array.from({ length: count }, (_, at) => ({
        text: `where is parcel ${from + at}`,
        grounded: true,
        intent: { name: 'shipping', ...SURE },
      }));
    await learning.hadTurns(...shipping(5));
    await learning.hadTurns({
      text: 'blue',
      grounded: true,
      intent: { name: 'shipping', confidence: 0.9, inScope: false },
    });
    expect(await learning.generate()).toMatchObject({ items: [] });
    await learning.hadTurns(...shipping(1, 5));
    await learning.generate();
    const pending = await only();
    expect(pending).toMatchObject({
      type: 'intent_pattern',
      status: 'pending',
      lesson: { intent: 'shipping' },
      evidence: { count: 6 },
    });
    expect(pending.examples).toContain('where is parcel 5');
    await learning.hadTurns(...shipping(9, 6));
    await learning.generate();
    expect(await only()).toMatchObject({ id: pending.id, status: 'approved', evidence: { count: 15 } });
    await reject(pending);
    await learning.generate();
    expect(await only()).toMatchObject({ status: 'rejected' });
  });

  test('words that are erased while it looks are not found', async () => {
    await hadFailures(...GIFT);
    const queries = learning.get(FindingsQueries);
    const { pastTurns } = queries;
    jest.spyOn(queries, 'pastTurns').mockImplementationOnce(async (...read) => {
      const turns = await pastTurns.apply(queries, read);
      await learning.database.query(`delete from conversation where user_ref = 'user-0'`);
      return turns;
    });
    expect(await learning.generate()).toMatchObject({ items: [], newItems: 0 });
  });

  test('another team sees and changes nothing', async () => {
    await hadFailures(...GIFT);
    const { actor: stranger } = await learning.fixture.newTenant();
    const { botId } = learning;
    learning.tenant = { ...learning.tenant, actor: stranger };
    await expect(learning.generate()).rejects.toMatchObject({ code: 'bots.not_found' });
    expect(await learning.database.query('select 1 from learning_item where bot_id = $1', [botId])).toEqual([]);
  });
});

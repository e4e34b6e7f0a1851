import { LearningUnderTest } from '#testing/learning';
import { LearningReversion } from '../applying/reversion.service';
import { LearningPreviews } from './previews.service';

const QUERY = 'Do you ship abroad?';
const RESPONSE = 'Yes, we ship to 40 countries.';

describe('trying out what could be learned', () => {
  let learning: LearningUnderTest;

  beforeAll(async () => {
    learning = await LearningUnderTest.open();
  });
  afterAll(() => learning.close());
  beforeEach(() => learning.reset());

  const preview = (ids?: string[]) => learning.get(LearningPreviews).preview(learning.actor, learning.botId, ids);
  /** Of all tables that a reply or an apply could write to. */
  const rows = () =>
    learning.database.query(
      `select (select count(*) from document) as documents, (select count(*) from knowledge_base) as bases,
         (select count(*) from message) as messages, (select json_agg(i order by i.id) from learning_item i) as items`,
    );

  test('shows which past questions would be answered otherwise, and why', async () => {
    await learning.hadTurns({ text: 'Where is Rome?' }, { text: QUERY }, { text: 'do you ship abroad' });
    await learning.hadTurns({ text: 'do you deliver to other countries?' });
    const item = await learning.add({ query: QUERY, response: RESPONSE });
    const { changes, ...looked } = await preview();
    expect(looked).toEqual({ questions: 3, items: 1, skipped: [], model: 'extractive' });
    expect(changes).toEqual(
      ['do you deliver to other countries?', 'do you ship abroad'].map((query) => ({
        query,
        before: { text: expect.any(String), confidence: expect.any(Number), grounded: false },
        after: { text: RESPONSE, confidence: expect.any(Number), grounded: true },
        because: [item.id],
      })),
    );
    expect(changes[0]!.after.confidence).toBeGreaterThan(0.7);
  });

  test('foretells what the bot says after applying', async () => {
    const pairs = [
      [QUERY, RESPONSE],
      ['Who is the CEO?', 'Ada Lovelace.'],
      ['Can I change my address after ordering?', 'Only until the parcel leaves us.'],
    ] as const;
    for (const [query, response] of pairs) await learning.add({ query, response });
    await learning.hadTurns(...pairs.map(([text]) => ({ text })));
    await learning.hadTurns(
      { text: 'is there parking' },
      { text: 'who is the ceo of the moon' },
      { text: 'change address?' },
    );
    const { changes } = await preview();
    await learning.apply();
    expect(changes.length).toBeGreaterThanOrEqual(pairs.length);
    for (const { query, after } of changes) {
      const { text, grounded } = await learning.ask(query);
      expect({ query, text, grounded }).toEqual({ query, text: after.text, grounded: after.grounded });
    }
  });

  test('changes nothing', async () => {
    await learning.hadTurns({ text: QUERY });
    await learning.add({ query: QUERY, response: RESPONSE });
    const before = await rows();
    expect((await preview()).changes).toHaveLength(1);
    expect(await rows()).toEqual(before);
    expect(await learning.ask(QUERY)).toMatchObject({ grounded: false });
  });

  test('names no question that is answered the same already', async () => {
    await learning.hadTurns({ text: QUERY });
    await learning.add({ query: QUERY, response: RESPONSE });
    await learning.apply();
    const again = await learning.add({ query: QUERY, response: RESPONSE });
    expect(await preview([again.id])).toMatchObject({ changes: [], items: 1 });
  });

  test('takes named items whatever their status, and says which it cannot try', async () => {
    await learning.hadTurns({ text: QUERY });
    const rejected = await learning.add({ query: QUERY, response: RESPONSE });
    await learning.get(LearningReversion).setStatus(learning.actor, rejected.id, 'rejected');
    const empty = await learning.add({ query: QUERY });
    const intent = await learning.add({ type: 'intent_pattern', intent: 'shipping' });
    expect((await preview()).changes).toEqual([]);
    const { changes, skipped } = await preview([rejected.id, empty.id, intent.id]);
    expect(changes).toMatchObject([{ because: [rejected.id] }]);
    expect(skipped).toEqual([
      { learningId: intent.id, type: 'intent_pattern', reason: expect.stringContaining('training') },
      { learningId: empty.id, type: 'query_response', reason: 'It has no response yet.' },
    ]);
  });

  test('knows no items of others', async () => {
    const { id } = await learning.add({ query: QUERY, response: RESPONSE });
    learning.tenant = await learning.fixture.newTenant();
    await expect(preview([id])).rejects.toMatchObject({ code: 'learning.not_found' });
    await expect(preview(['none'])).rejects.toMatchObject({ code: 'learning.not_found' });
  });
});

import { SECOND_MS } from '#kernel';
import { LearningUnderTest } from '#testing/learning';
import { LearningReversion } from './applying/reversion.service';
import { LearningItems } from './learning.service';
import type { LearningListRequest, LearningType, LessonPatch } from './learning.types';

const ANSWER = { query: 'Do you ship abroad?', response: 'Yes, we ship to 40 countries.' };
const NOT_FOUND = { code: 'learning.not_found' };

describe('learning items', () => {
  let learning: LearningUnderTest;
  let items: LearningItems;

  beforeAll(async () => {
    learning = await LearningUnderTest.open();
    items = learning.get(LearningItems);
  });
  afterAll(() => learning.close());
  beforeEach(() => learning.reset());

  const list = (request: Partial<LearningListRequest> = {}) =>
    items.list(learning.actor, learning.botId, { page: 1, limit: 10, ...request });
  const change = (id: string, patch: LessonPatch) => items.change(learning.actor, id, patch);

  test('one that a person writes is certain and approved, and read as it was written', async () => {
    const item = await learning.add({ query: ` ${ANSWER.query} `, response: ANSWER.response, intent: ' ' });
    const now = learning.fixture.clock.now();
    expect(item).toEqual({
      id: expect.any(String),
      teamId: learning.actor.teamId,
      botId: learning.botId,
      type: 'query_response',
      source: 'manual',
      status: 'approved',
      lesson: { ...ANSWER, confidence: 1 },
      evidence: {},
      examples: [],
      exampleCount: 0,
      comments: [],
      appliedAt: null,
      written: null,
      createdAt: now,
      updatedAt: now,
    });
    expect(await items.get(learning.actor, item.id)).toEqual(item);
    expect((await learning.add(ANSWER)).id).not.toBe(item.id);
  });

  test('one that says nothing is refused', async () => {
    await expect(learning.add({ query: ' ' })).rejects.toMatchObject({
      code: 'input.invalid',
      fields: [{ field: 'query' }],
    });
    expect((await list()).total).toBe(0);
  });

  test('are listed newest first, by type, source and status, in pages', async () => {
    const types: LearningType[] = ['query_response', 'fallback_response', 'intent_pattern'];
    const made = [];
    for (const type of types) made.push(await learning.add({ ...ANSWER, type, intent: 'shipping' }));
    await learning.get(LearningReversion).setStatus(learning.actor, made[1]!.id, 'rejected');
    const found = async (request: Partial<LearningListRequest>) => (await list(request)).items.map(({ type }) => type);
    expect(await found({})).toEqual(types.toReversed());
    expect(await found({ type: 'intent_pattern' })).toEqual(['intent_pattern']);
    expect(await found({ source: 'manual', status: 'rejected' })).toEqual(['fallback_response']);
    expect(await found({ source: 'analytics' })).toEqual([]);
    expect(await list({ page: 2, limit: 2 })).toMatchObject({ total: 3, items: [{ type: 'query_response' }] });
  });

  test('are changed field by field until they are applied', async () => {
    const { id } = await learning.add({ ...ANSWER, intent: 'shipping' });
    learning.fixture.clock.advance(SECOND_MS);
    const changed = await change(id, { response: 'To 41.', intent: null });
    expect(changed).toMatchObject({
      lesson: { query: ANSWER.query, response: 'To 41.', confidence: 1 },
      updatedAt: learning.fixture.clock.now(),
    });
    expect(changed.lesson.intent).toBeUndefined();
    await expect(change(id, { query: null, response: '' })).rejects.toMatchObject({ code: 'input.invalid' });
    await learning.apply();
    await expect(change(id, { response: 'To 42.' })).rejects.toMatchObject({
      code: 'learning.is_applied',
      kind: 'conflict',
    });
    expect((await items.get(learning.actor, id)).lesson.response).toBe('To 41.');
  });

  test('of other teams, and what is no id, are not there', async () => {
    const { id } = await learning.add(ANSWER);
    const { actor } = await learning.fixture.newTenant();
    await expect(items.get(actor, id)).rejects.toMatchObject(NOT_FOUND);
    await expect(items.change(actor, id, { response: 'No.' })).rejects.toMatchObject(NOT_FOUND);
    await expect(items.get(learning.actor, 'none')).rejects.toMatchObject(NOT_FOUND);
    await expect(items.list(actor, learning.botId, { page: 1, limit: 10 })).rejects.toMatchObject({
      code: 'bots.not_found',
    });
    await expect(items.add(actor, learning.botId, { type: 'query_response', ...ANSWER })).rejects.toMatchObject({
      code: 'bots.not_found',
    });
  });
});

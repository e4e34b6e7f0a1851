import type { LearningItem } from '../learning.types';
import { generatedMessage, toApplied, toLearningItem, toListRequest, toReverted } from './learning.mapper';

const AT = new Date('2026-01-02T03:04:05.678Z');
const ITEM: LearningItem = {
  id: '0190f000-0000-7000-8000-000000000001',
  teamId: '0190f000-0000-7000-8000-000000000002',
  botId: '0190f000-0000-7000-8000-000000000003',
  type: 'query_response',
  source: 'user_feedback',
  status: 'approved',
  lesson: { query: 'Open?', response: 'Yes.', confidence: 0.9 },
  evidence: { lastSeenAt: '2026-01-02T03:04:05.678Z' },
  examples: ['open?'],
  exampleCount: 2,
  comments: [],
  appliedAt: null,
  written: null,
  createdAt: AT,
  updatedAt: AT,
};

test('an item on the wire says in one object what is learned and what speaks for it', () => {
  expect(toLearningItem(ITEM)).toEqual({
    id: ITEM.id,
    chatbotId: ITEM.botId,
    type: 'query_response',
    source: 'user_feedback',
    status: 'approved',
    data: { ...ITEM.lesson, ...ITEM.evidence, examples: ['open?'], count: 2 },
    appliedAt: null,
    appliedTo: null,
    createdAt: '2026-01-02T03:04:05.678Z',
    updatedAt: '2026-01-02T03:04:05.678Z',
  });
});

test('how often it was seen is what was counted, else how many have said it', () => {
  const { data } = toLearningItem({ ...ITEM, evidence: { count: 7 }, comments: ['Thanks'] });
  expect(data).toMatchObject({ count: 7, comments: ['Thanks'] });
  expect(toLearningItem({ ...ITEM, examples: [], exampleCount: 0 }).data).not.toHaveProperty('count');
});

test('an applied item says where it stands', () => {
  const document = { kind: 'document', knowledgeBaseId: 'base', itemId: 'item' } as const;
  expect(toLearningItem({ ...ITEM, appliedAt: AT, written: document })).toMatchObject({
    appliedAt: '2026-01-02T03:04:05.678Z',
    appliedTo: { knowledgeBaseId: 'base', itemId: 'item' },
  });
  const examples = { kind: 'examples', datasetId: 'dataset', exampleIds: ['a'] } as const;
  const { item: _, ...said } = {
    item: ITEM,
    ...toReverted({ item: { ...ITEM, written: examples }, trainingSessionId: 's' }),
  };
  expect(said).toMatchObject({ appliedTo: { datasetId: 'dataset', exampleIds: ['a'] }, trainingSessionId: 's' });
});

test('an application is told in words, too', () => {
  const nothing = { byType: {}, skipped: [], knowledgeBaseIds: [], datasetIds: [], isMore: false };
  expect(toApplied({ ...nothing, applied: 0 })).toEqual({
    applied: 0,
    results: nothing,
    message: '0 items were applied.',
  });
  const skipped = [{ learningId: 'a', type: 'query_response' as const, reason: 'It has no response yet.' }];
  const applied = toApplied({ ...nothing, applied: 1, skipped, trainingPostponed: 'Later.' });
  expect(applied.message).toBe('1 item was applied. 1 item was skipped.');
  expect(applied.results).toMatchObject({ skipped, trainingPostponed: 'Later.' });
});

test('a generation says what it looked at', () => {
  const generation = { items: [ITEM, ITEM], newItems: 1, turns: 5_000, isBounded: true };
  expect(generatedMessage(generation)).toBe('The latest 5000 messages were looked at: 1 new item, 1 seen again.');
  expect(generatedMessage({ items: [], newItems: 0, turns: 1, isBounded: false })).toBe(
    '1 message was looked at: 0 new items, 0 seen again.',
  );
});

test('filters that are not given are left out', () => {
  expect(toListRequest({ page: 1, limit: 10 })).toEqual({ page: 1, limit: 10 });
  expect(toListRequest({ type: 'query_response', page: 1, limit: 10 })).toEqual({
    type: 'query_response',
    page: 1,
    limit: 10,
  });
});

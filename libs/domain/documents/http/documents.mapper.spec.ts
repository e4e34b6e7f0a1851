import type { Document } from '../documents.types';
import { toItem, toKnowledgeBaseWithItems, toSearchRequest } from './documents.mapper';

const TIMES = { createdAt: new Date('2026-01-02T03:04:05Z'), updatedAt: new Date('2026-01-03T00:00:00Z') };
const WIRE_TIMES = { createdAt: '2026-01-02T03:04:05.000Z', updatedAt: '2026-01-03T00:00:00.000Z' };
const ITEM: Document = {
  id: 'item-1',
  teamId: 'team-1',
  baseId: 'base-1',
  kind: 'item',
  title: 'Hours',
  content: 'Nine to five.',
  tags: ['hours'],
  metadata: { lang: 'en' },
  language: null,
  ...TIMES,
};
const WIRE_ITEM = {
  id: 'item-1',
  knowledgeBaseId: 'base-1',
  title: 'Hours',
  content: 'Nine to five.',
  tags: ['hours'],
  metadata: { lang: 'en' },
  language: null,
  duplicateOf: null,
  ...WIRE_TIMES,
};

test('an item on the wire', () => {
  expect(toItem(ITEM)).toEqual(WIRE_ITEM);
});

test('a knowledge base on the wire names its chatbot and holds its items', () => {
  const settings = {
    retrievalMethod: 'semantic' as const,
    relevanceThreshold: 0.7,
    maxResults: 5,
    chunking: { maxTokens: 300, overlapTokens: 0 },
  };
  const row = { id: 'base-1', teamId: 'team-1', botId: 'bot-1', name: 'FAQ', description: null, isActive: true };
  const base = { ...row, embeddingModelId: null };
  const vectors = { state: 'none' as const, passages: 0, embedded: 0, modelId: null, error: null };
  const whole = { base: { ...base, settings, ...TIMES }, vectors, itemCount: 7, items: [ITEM], duplicates: new Map() };
  expect(toKnowledgeBaseWithItems(whole)).toEqual({
    id: 'base-1',
    embeddingModelId: null,
    vectors,
    chatbotId: 'bot-1',
    name: 'FAQ',
    description: null,
    isActive: true,
    settings,
    itemCount: 7,
    items: [WIRE_ITEM],
    ...WIRE_TIMES,
  });
});

describe('a search', () => {
  test('takes its text from query, or from q', () => {
    expect(toSearchRequest({ query: 'open', q: 'shut', limit: 10 })).toEqual({ query: 'open', limit: 10 });
    expect(toSearchRequest({ q: 'shut', limit: 10, tags: ['a'] })).toEqual({ query: 'shut', limit: 10, tags: ['a'] });
  });

  test('needs one of them', () => {
    expect(() => toSearchRequest({ limit: 10 })).toThrow('query is required.');
  });
});

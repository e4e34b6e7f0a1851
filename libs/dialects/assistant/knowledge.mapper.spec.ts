import { type Document, SOURCE_TYPE_KEY } from '#domain/documents';
import type { FoundPassage } from '#domain/knowledge';
import { toKnowledgeItem, toNewItem, toSearchResult, toSourceFilter } from './knowledge.mapper';

const key = '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b';
const hex = key.replaceAll('-', '');

const PASSAGE: FoundPassage = {
  id: `${key}:2`,
  documentId: key,
  baseId: key,
  position: 2,
  title: 'handbook.pdf',
  section: 'Prices',
  body: 'Reading lamp: 39 euros.',
  tags: ['prices'],
  sourceType: 'file',
  language: 'en',
  score: 0.93,
};

describe('knowledge that is added', () => {
  test('comes from people unless it says otherwise', () => {
    expect(toNewItem({ content: 'C', title: 'T' })).toEqual({
      title: 'T',
      content: 'C',
      tags: null,
      metadata: null,
      sourceType: 'manual',
    });
    expect(toNewItem({ content: 'C', source_type: ' wiki ' }).sourceType).toBe('wiki');
  });

  test.each([
    ['Opening hours\nNine to five.', 'Opening hours'],
    ['  ## Prices\n\nLamps.', 'Prices'],
    ['#', '#'],
    [`${'word '.repeat(40)}`, `${'word '.repeat(16).trim()}…`],
    ['x'.repeat(200), `${'x'.repeat(80)}…`],
  ])('is named by how it begins: %j', (content, title) => {
    expect(toNewItem({ content, title: ' ' }).title).toBe(title);
  });

  test('is shown without what we keep among its metadata', () => {
    const item = {
      id: key,
      title: 'T',
      content: 'C',
      tags: ['a'],
      metadata: { category: 'general', [SOURCE_TYPE_KEY]: 'wiki' },
      createdAt: new Date(0),
    } as unknown as Document;
    expect(toKnowledgeItem(item, 3)).toEqual({
      id: `know_${hex}`,
      title: 'T',
      content: 'C',
      source_type: 'wiki',
      tags: ['a'],
      metadata: { category: 'general' },
      chunks_created: 3,
      created_at: '1970-01-01T00:00:00.000Z',
    });
  });
});

describe('a search result', () => {
  test('of a file is a piece of a document', () => {
    expect(toSearchResult({ ...PASSAGE, metadata: { page: 4 } })).toEqual({
      id: `chunk_${hex}_2`,
      content: 'Reading lamp: 39 euros.',
      score: 0.93,
      source: { id: `file_${hex}`, filename: 'handbook.pdf', type: 'document' },
      metadata: { page: 4 },
    });
  });

  test.each([
    ['item', {}, 'manual', 'know_'],
    ['item', { [SOURCE_TYPE_KEY]: 'wiki' }, 'wiki', 'know_'],
    ['question', {}, 'question', 'know_'],
    ['text', {}, 'document', 'know_'],
    ['nodes', {}, 'document', 'know_'],
  ])('of kind %s with %j is of type %s', (sourceType, metadata, type, prefix) => {
    const { source, metadata: shown } = toSearchResult({ ...PASSAGE, sourceType, metadata });
    expect([source.type, source.id, shown]).toEqual([type, `${prefix}${hex}`, {}]);
  });
});

test.each([
  ['document', ['file', 'text', 'nodes']],
  ['manual', ['item']],
  ['question', ['question']],
  ['item', []],
  ['file', []],
])('%s is what says so, and of what says nothing the kinds %j', (sourceType, kinds) => {
  expect(toSourceFilter(sourceType)).toEqual({
    should: [
      { key: SOURCE_TYPE_KEY, match: { value: sourceType } },
      { must: [{ has_source_type: kinds }, { is_empty: { key: SOURCE_TYPE_KEY } }] },
    ],
  });
});

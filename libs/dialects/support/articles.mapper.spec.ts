import type { Document } from '#domain/documents';
import type { WriteArticle } from './articles.dto';
import { toArticle, toChangedItem, toItem } from './articles.mapper';

const ARTICLE: WriteArticle = { title: 'Password Reset Guide', content: 'Open the login page.' };

const documentWith = (metadata: Record<string, unknown>): Document => ({
  id: '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b',
  teamId: 't',
  baseId: 'b',
  kind: 'item',
  title: 'Old',
  content: 'Old',
  tags: ['old'],
  metadata,
  language: null,
  createdAt: new Date('2026-01-01T00:00:00Z'),
  updatedAt: new Date('2026-01-02T00:00:00Z'),
});

describe('an article', () => {
  test('keeps its category among the metadata, and tells it apart from them', () => {
    const { metadata } = toItem({ ...ARTICLE, category: 'accounts', metadata: { author: 'team' } });
    expect(metadata).toEqual({ author: 'team', category: 'accounts' });
    expect(toArticle(documentWith(metadata!))).toEqual({
      article_id: 'kb_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b',
      status: 'published',
      indexed: true,
      created_at: '2026-01-01T00:00:00.000Z',
      updated_at: '2026-01-02T00:00:00.000Z',
      title: 'Old',
      content: 'Old',
      category: 'accounts',
      tags: ['old'],
      metadata: { author: 'team' },
    });
  });

  test('leaves a category that is no text where it was written', () => {
    expect(toArticle(documentWith({ category: 7 }))).toMatchObject({ category: null, metadata: { category: 7 } });
  });

  test('keeps in an update what it does not mention, and clears what it says is null', () => {
    const before = documentWith({ author: 'team', category: 'accounts' });
    expect(toChangedItem(ARTICLE, before)).toEqual({ ...ARTICLE, metadata: { author: 'team', category: 'accounts' } });
    expect(toChangedItem({ ...ARTICLE, category: null, tags: null }, before)).toEqual({
      ...ARTICLE,
      tags: null,
      metadata: { author: 'team' },
    });
    expect(toChangedItem({ ...ARTICLE, metadata: null }, before).metadata).toEqual({ category: 'accounts' });
  });
});

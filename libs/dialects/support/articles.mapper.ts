import { type Document, type NewItem, shownMetadata } from '#domain/documents';
import type { Article, WriteArticle, WrittenArticle } from './articles.dto';
import { articleId } from './support.ids';

/**
 * An article is an item of a knowledge base; its category is kept among the metadata, under this name, so that searches in
 * every API can be narrowed by it.
 */
const CATEGORY = 'category';

export function toItem({ title, content, category, tags, metadata }: WriteArticle): NewItem {
  return {
    title,
    content,
    ...(tags === undefined ? {} : { tags }),
    metadata: { ...metadata, ...(category ? { [CATEGORY]: category } : {}) },
  };
}

/** What the article says now; category and metadata are left as they are when they are absent. */
export function toChangedItem(article: WriteArticle, before: Document): NewItem {
  const known = toArticle(before);
  const { category = known.category, metadata = known.metadata } = article;
  return toItem({ ...article, category, metadata });
}

export function toWritten({ id, createdAt, updatedAt }: Document): WrittenArticle {
  return {
    article_id: articleId(id),
    status: 'published',
    indexed: true,
    created_at: createdAt.toISOString(),
    updated_at: updatedAt.toISOString(),
  };
}

export function toArticle(document: Document): Article {
  const { title, content, tags } = document;
  const { [CATEGORY]: category, ...metadata } = shownMetadata(document.metadata);
  const isText = typeof category === 'string';
  return {
    ...toWritten(document),
    title,
    content,
    category: isText ? category : null,
    tags,
    metadata: isText || category === undefined ? metadata : { ...metadata, [CATEGORY]: category },
  };
}

import { ITEM_LIMITS } from '#domain/documents';
import {
  BooleanField,
  DateField,
  EnumField,
  IntegerField,
  NestedListField,
  ObjectField,
  PageQuery,
  TextField,
  TextListField,
} from '#infra/http';

const ARTICLE_EXAMPLE = { example: 'kb_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b' };
const CATEGORY_LENGTH = 200;

export class WriteArticle {
  @TextField('What it is about.', { maxLength: ITEM_LIMITS.titleLength, example: 'Password Reset Guide' })
  title: string;

  @TextField('What it says: plain text or Markdown.', {
    maxLength: ITEM_LIMITS.contentLength,
    example: "Open the login page, click on 'Forgot Password', enter your email and follow the link.",
  })
  content: string;

  @TextField('Where it belongs. In an update absent leaves it and null clears it, as with tags and metadata.', {
    optional: true,
    nullable: true,
    minLength: 1,
    maxLength: CATEGORY_LENGTH,
    example: 'account-management',
  })
  category?: string | null;

  @TextListField('What it can be found by.', {
    optional: true,
    nullable: true,
    maxItems: ITEM_LIMITS.tags,
    maxLength: ITEM_LIMITS.tagLength,
    example: ['password', 'security', 'login'],
  })
  tags?: string[] | null;

  @ObjectField('Anything that you want to keep with it. An `url` in it becomes the link of citations.', {
    optional: true,
    nullable: true,
    maxBytes: ITEM_LIMITS.metadataBytes - 4 * CATEGORY_LENGTH,
    example: { author: 'support_team', last_updated: '2026-01-12' },
  })
  metadata?: Record<string, unknown> | null;

  @TextField('The article to write anew; without it one is added.', {
    optional: true,
    nullable: true,
    minLength: 1,
    maxLength: 256,
  })
  article_id?: string | null;
}

export class WrittenArticle {
  @TextField('The article.', ARTICLE_EXAMPLE)
  article_id: string;

  @EnumField('Whether answers may rest on it.', ['published', 'draft'])
  status: 'published' | 'draft';

  @BooleanField('Whether it is found now.')
  indexed: boolean;

  @DateField('When it was added.')
  created_at: string;

  @DateField('When it was written last.')
  updated_at: string;
}

export class Article extends WrittenArticle {
  @TextField('What it is about.')
  title: string;

  @TextField('What it says.')
  content: string;

  @TextField('Where it belongs.', { nullable: true })
  category: string | null;

  @TextListField('What it can be found by.')
  tags: string[];

  @ObjectField('What is kept with it.')
  metadata: Record<string, unknown>;
}

export class ArticlesQuery extends PageQuery {}

export class Articles {
  @NestedListField('Oldest first.', () => Article)
  articles: Article[];

  @IntegerField('Articles of all pages together.', { min: 0 })
  total: number;

  @IntegerField('Which page, from 1.', { min: 1 })
  page: number;

  @IntegerField('Articles per page.', { min: 1 })
  limit: number;
}

import { AllOptional, DateField, IdField, ObjectField, TextField, TextListField } from '#infra/http';
import { ITEM_LIMITS } from '../documents.types';

export class CreateItem {
  @TextField('What it is about; found by searches, and worth more than the text.', {
    maxLength: ITEM_LIMITS.titleLength,
    example: 'Opening hours',
  })
  title: string;

  @TextField('The text, plain or Markdown.', {
    maxLength: ITEM_LIMITS.contentLength,
    example: 'Our shop is open Monday to Friday from 9:00 to 17:00.',
  })
  content: string;

  @TextListField('Labels to filter searches by.', {
    optional: true,
    nullable: true,
    maxItems: ITEM_LIMITS.tags,
    maxLength: ITEM_LIMITS.tagLength,
    example: ['hours'],
  })
  tags?: string[] | null;

  @ObjectField('Anything that you want to keep with it.', {
    optional: true,
    nullable: true,
    maxBytes: ITEM_LIMITS.metadataBytes,
    example: { lang: 'en' },
  })
  metadata?: Record<string, unknown> | null;
}

export class UpdateItem extends AllOptional(CreateItem) {}

export class Item {
  @IdField('Its id.')
  id: string;

  @IdField('The knowledge base that holds it.')
  knowledgeBaseId: string;

  @TextField('What it is about.')
  title: string;

  @TextField('The text.')
  content: string;

  @TextListField('Labels to filter searches by.')
  tags: string[];

  @ObjectField('What you keep with it.')
  metadata: Record<string, unknown>;

  @DateField('When it was made.')
  createdAt: string;

  @DateField('When it was last changed.')
  updatedAt: string;
}

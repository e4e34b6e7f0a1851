import { AllOptional, DateField, EnumField, IdField, ObjectField, TextField, TextListField } from '#infra/http';
import { ITEM_LIMITS, ON_DUPLICATE, type OnDuplicate } from '../documents.types';
import { LanguageField } from './language-field';

class ItemFields {
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

  @LanguageField()
  language?: string | null;
}

export class CreateItem extends ItemFields {
  @EnumField(
    'What to do when the knowledge base holds an item with this very text: `skip` answers with that one, and adds nothing.',
    ON_DUPLICATE,
    { optional: true, default: 'keep' },
  )
  onDuplicate?: OnDuplicate;
}

export class UpdateItem extends AllOptional(ItemFields) {}

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

  @TextField('ISO 639-1, as you said; null: it is found out.', { nullable: true })
  language: string | null;

  @IdField('The oldest item of the knowledge base with the same text, if that is not itself.', { nullable: true })
  duplicateOf: string | null;

  @DateField('When it was made.')
  createdAt: string;

  @DateField('When it was last changed.')
  updatedAt: string;
}

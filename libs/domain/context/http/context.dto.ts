import {
  BooleanField,
  DateField,
  IdField,
  NestedListField,
  NumberField,
  ObjectField,
  PageQuery,
  TextField,
  TextListField,
} from '#infra/http';
import { CONTEXT_LIMITS } from '../records/records.types';

const USER = 'Your own id of the end user.';

export class UpdateEndUserContext {
  @ObjectField('Merged into what is stored, field by field; null takes a field away.', {
    maxBytes: CONTEXT_LIMITS.contextBytes,
    example: { plan: 'gold', language: 'en' },
  })
  context: Record<string, unknown>;

  @TextField('The conversation in which it was learned.', { optional: true, nullable: true, maxLength: 200 })
  conversationId?: string | null;
}

export class EndUserContext {
  @IdField('The chatbot.')
  chatbotId: string;

  @TextField(USER)
  userId: string;

  @ObjectField('What is known of the end user.')
  context: Record<string, unknown>;

  @DateField('When it was first stored.')
  createdAt: string;

  @DateField('When it was last changed.')
  updatedAt: string;
}

export class PutEndUserTopic {
  @TextField('Its name; of one name there is one topic, whatever the case.', {
    maxLength: CONTEXT_LIMITS.topicNameLength,
    example: 'billing',
  })
  name: string;

  @NumberField('How surely the end user speaks of it.', { optional: true, min: 0, max: 1, example: 0.8 })
  confidence?: number;

  @TextListField('Words that mean it: a message with one of them is about this topic.', {
    optional: true,
    maxItems: CONTEXT_LIMITS.keywords,
    maxLength: CONTEXT_LIMITS.keywordLength,
    example: ['invoice'],
  })
  keywords?: string[];

  @BooleanField('Whether the end user speaks of it now.', { optional: true, default: true })
  active?: boolean;
}

export class EndUserTopic {
  @IdField('Its id.')
  id: string;

  @TextField('Its name.')
  name: string;

  @NumberField('How surely the end user speaks of it.', { min: 0, max: 1 })
  confidence: number;

  @BooleanField('Whether the end user speaks of it now.')
  active: boolean;

  @TextListField('Words that mean it.')
  keywords: string[];

  @DateField('When it first came up.')
  createdAt: string;

  @DateField('When it last came up or was changed.')
  updatedAt: string;
}

export class EndUserEntityQuery extends PageQuery {
  @TextField('Only entities of this type.', { optional: true, maxLength: CONTEXT_LIMITS.typeLength })
  type?: string;
}

export class PutEndUserEntity {
  @TextField('What it is: email, phone, url, money, quantity, date, code, person, or a word of your own.', {
    maxLength: CONTEXT_LIMITS.typeLength,
    example: 'product',
  })
  type: string;

  @TextField('Its name; one of the same type and value is replaced.', {
    maxLength: CONTEXT_LIMITS.valueLength,
    example: 'iPhone 15',
  })
  value: string;

  @NumberField('How sure it is.', { optional: true, min: 0, max: 1, default: 1, example: 0.95 })
  confidence?: number;

  @ObjectField(
    'Anything that you want to keep with it. `number`: "singular" or "plural" says which pronouns stand for it.',
    { optional: true, maxBytes: CONTEXT_LIMITS.metadataBytes },
  )
  metadata?: Record<string, unknown>;
}

export class EndUserEntity {
  @IdField('Its id.')
  id: string;

  @TextField('What it is.')
  type: string;

  @TextField('Its name, normalised: a date as ISO 8601, a telephone number as E.164.')
  value: string;

  @NumberField('How sure it is.', { min: 0, max: 1 })
  confidence: number;

  @ObjectField('What is kept with it.')
  metadata: Record<string, unknown>;

  @TextField('Who named it: said (the end user), replied (the chatbot), model (found by a model), given (by you).')
  source: string;

  @DateField('When it was first named.')
  createdAt: string;

  @DateField('When it was last named or changed.')
  updatedAt: string;
}

export class ResolveReferencesInput {
  @TextField('What the end user says.', { maxLength: 32_000, example: 'How much does it cost?' })
  text: string;

  @TextField(USER, { maxLength: CONTEXT_LIMITS.userRefLength, example: 'user_42' })
  userId: string;

  @TextField('The conversation in which it is said.', { optional: true, nullable: true, maxLength: 200 })
  conversationId?: string | null;
}

export class NamedReference {
  @TextField('As said.', { example: 'it' })
  reference: string;

  @TextField('What it stands for.', { example: 'iPhone 15' })
  resolvedTo: string;

  @IdField('The entity; null when it stands for several.', { nullable: true })
  entityId: string | null;

  @TextField('What the entity is.', { example: 'product' })
  type: string;

  @NumberField('How surely it stands for it.', { min: 0, max: 1 })
  confidence: number;
}

export class ResolvedReferences {
  @TextField('As given.', { example: 'How much does it cost?' })
  originalText: string;

  @TextField('With the names of what is referred to.', { example: 'How much does iPhone 15 cost?' })
  resolvedText: string;

  @NestedListField(
    'In the order of the text; empty when nothing is referred to, or nobody knows what.',
    () => NamedReference,
  )
  references: NamedReference[];
}

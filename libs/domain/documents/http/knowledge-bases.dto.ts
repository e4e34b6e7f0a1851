import {
  CHUNKING_LIMITS,
  DEFAULT_CHUNKING,
  RETRIEVAL_METHODS,
  type RetrievalMethod,
  VECTOR_STATES,
  type VectorsState,
} from '#domain/knowledge';
import {
  AllOptional,
  BooleanField,
  DateField,
  EnumField,
  IdField,
  IntegerField,
  NestedField,
  NestedListField,
  NumberField,
  TextField,
} from '#infra/http';
import { MAX_NEW_ITEMS } from '../documents.types';
import { CreateItem, Item } from './items.dto';

export class ChunkingSettings {
  @IntegerField('Tokens of a passage at most.', { ...CHUNKING_LIMITS.maxTokens, default: DEFAULT_CHUNKING.maxTokens })
  maxTokens: number;

  @IntegerField(
    'Tokens that a passage repeats of the one before it when a text goes on; at most half of `maxTokens`.',
    { ...CHUNKING_LIMITS.overlapTokens, default: DEFAULT_CHUNKING.overlapTokens },
  )
  overlapTokens: number;
}

export class ChunkingSettingsInput extends AllOptional(ChunkingSettings) {}

class RetrievalFields {
  @EnumField(
    'How passages are found. Without an embedding model `semantic` and `hybrid` go by words, too.',
    RETRIEVAL_METHODS,
    {
      default: 'semantic',
      name: 'RetrievalMethod',
    },
  )
  retrievalMethod: RetrievalMethod;

  @NumberField('Replies use a passage only when the probability that it answers the message is at least this.', {
    min: 0,
    max: 1,
    default: 0.7,
  })
  relevanceThreshold: number;

  @IntegerField('Passages that a reply uses at most.', { min: 1, max: 1_000, default: 5 })
  maxResults: number;
}

export class RetrievalSettings extends RetrievalFields {
  @NestedField('How texts are cut into passages.', () => ChunkingSettings)
  chunking: ChunkingSettings;
}

export class RetrievalSettingsInput extends AllOptional(RetrievalFields) {
  @NestedField(
    'How texts are cut into passages, for what is added from then on; null sets the defaults.',
    () => ChunkingSettingsInput,
    { optional: true, nullable: true },
  )
  chunking?: ChunkingSettingsInput | null;
}

const EMBEDDING_MODEL =
  "The embedding model whose vectors its passages have; null: the installation's default, if it has one. 5: none.";

class KnowledgeBaseFields {
  @TextField('Display name.', { maxLength: 256, example: 'Product FAQ' })
  name: string;

  @TextField('What is in it.', {
    optional: true,
    nullable: true,
    maxLength: 4_000,
    example: 'Frequently asked questions',
  })
  description?: string | null;

  @BooleanField('Whether it takes part in replies.', { optional: true, default: true })
  isActive?: boolean;

  @NestedField('How it is searched; an update changes only the fields that it names.', () => RetrievalSettingsInput, {
    optional: true,
    nullable: true,
  })
  settings?: RetrievalSettingsInput | null;

  @IntegerField(`${EMBEDDING_MODEL} When it changes, the former one answers until all passages are embedded anew.`, {
    optional: true,
    nullable: true,
    min: 1,
  })
  embeddingModelId?: number | null;
}

export class CreateKnowledgeBase extends KnowledgeBaseFields {
  @NestedListField('What it holds from the start; if one item is refused, nothing is stored.', () => CreateItem, {
    optional: true,
    maxItems: MAX_NEW_ITEMS,
  })
  items?: CreateItem[];
}

export class UpdateKnowledgeBase extends AllOptional(KnowledgeBaseFields) {}

export class Vectors {
  @EnumField(
    '`none`: it has no embedding model; `waiting`, `running`: passages are being embedded; `failing`: the model does not answer and is tried again, or does not tell.',
    VECTOR_STATES,
  )
  state: VectorsState['state'];

  @IntegerField('Passages of the base.', { min: 0 })
  passages: number;

  @IntegerField('Passages that have their vector.', { min: 0 })
  embedded: number;

  @IntegerField('The model that makes the vectors.', { nullable: true })
  modelId: number | null;

  @TextField('Why it is failing.', { nullable: true })
  error: string | null;
}

export class KnowledgeBase {
  @IdField('Its id.')
  id: string;

  @IdField('The chatbot that it belongs to.')
  chatbotId: string;

  @TextField('Display name.')
  name: string;

  @TextField('What is in it.', { nullable: true })
  description: string | null;

  @BooleanField('Whether it takes part in replies.')
  isActive: boolean;

  @NestedField('How it is searched.', () => RetrievalSettings)
  settings: RetrievalSettings;

  @IntegerField(EMBEDDING_MODEL, { nullable: true })
  embeddingModelId: number | null;

  @NestedField('How far its passages are with their vectors.', () => Vectors)
  vectors: Vectors;

  @IntegerField('Items in it.', { min: 0 })
  itemCount: number;

  @DateField('When it was made.')
  createdAt: string;

  @DateField('When it was last changed.')
  updatedAt: string;
}

export class KnowledgeBaseWithItems extends KnowledgeBase {
  @NestedListField(
    'Its items, oldest first; of a large base only the first ones, all of them page by page under `/items`.',
    () => Item,
  )
  items: Item[];
}

import { AnyField, EnumField, IntegerField, NestedField, NestedListField, TextField } from '#infra/http';
import { MAX_NAME_CHARS } from './request-fields';

const MAX_TEXTS = 2_048;
const MAX_CHARS = 100_000;

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '' && value.length <= MAX_CHARS;

export class CreateEmbedding {
  @TextField('Name of a registered embedding model, or what its provider calls it.', {
    maxLength: MAX_NAME_CHARS,
    example: 'text-embedding-3-small',
  })
  model: string;

  @AnyField('A text, or several. Tokens are not supported: they mean something to one model alone.', {
    schema: {
      oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: MAX_TEXTS }],
    },
    check: (value) =>
      isText(value) || (Array.isArray(value) && value.length > 0 && value.length <= MAX_TEXTS && value.every(isText)),
    rule: `a text or a list of 1 to ${MAX_TEXTS} texts, each of 1 to ${MAX_CHARS} characters`,
    example: 'How do I reset my password?',
  })
  input: string | string[];

  @EnumField(
    'How vectors are written: as numbers, or 32-bit numbers in base64, the lowest byte first.',
    ['float', 'base64'],
    {
      optional: true,
      nullable: true,
      default: 'float',
    },
  )
  encoding_format?: 'float' | 'base64' | null;

  @IntegerField('Must be those of the model.', { optional: true, nullable: true, min: 1 })
  dimensions?: number | null;

  @TextField('Ignored.', { optional: true, nullable: true, maxLength: 512 })
  user?: string | null;
}

export class Embedding {
  @EnumField('What it is.', ['embedding'])
  object: 'embedding';

  @IntegerField('Which of the texts it is of.', { min: 0 })
  index: number;

  @AnyField('The vector, of length 1.', {
    schema: { oneOf: [{ type: 'array', items: { type: 'number' } }, { type: 'string' }] },
    example: [0.6, 0.8],
  })
  embedding: number[] | string;
}

export class EmbeddingUsage {
  @IntegerField('Tokens that the model read.', { min: 0 })
  prompt_tokens: number;

  @IntegerField('The same.', { min: 0 })
  total_tokens: number;
}

export class EmbeddingList {
  @EnumField('What it is.', ['list'])
  object: 'list';

  @NestedListField('In the order of the texts.', () => Embedding, { maxItems: MAX_TEXTS })
  data: Embedding[];

  @TextField('As it was asked for.')
  model: string;

  @NestedField('What the model has used.', () => EmbeddingUsage)
  usage: EmbeddingUsage;
}

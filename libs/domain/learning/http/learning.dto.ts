import {
  BooleanField,
  DateField,
  EnumField,
  IdField,
  IntegerField,
  NestedField,
  NestedListField,
  NumberField,
  ObjectField,
  PageQuery,
  TextField,
  TextListField,
} from '#infra/http';
import {
  LEARNING_SOURCES,
  LEARNING_STATUSES,
  LEARNING_TYPES,
  LESSON_LIMITS,
  type LearningSource,
  type LearningStatus,
  type LearningType,
} from '../learning.types';
import { MAX_PREVIEWED_ITEMS } from '../preview/previews.service';

const TYPE = 'What it teaches.';
const SOURCE = 'Where it comes from.';
const STATUS = 'Whether people want it; only what is approved is applied.';
const QUERY = 'The question.';
const RESPONSE = 'What is to be answered.';
const INTENT = 'Name of the intent.';
const ENTITY = 'The entity.';
const PATTERN = 'How the intent or the entity is said.';
const DATA =
  'What is learned (`query`, `response`, `intent`, `entity`, `pattern`, `confidence` 0 to 1) and what speaks for it (`count`, ' +
  '`examples`, `comments`, `rejectedResponse`, `agent`, `lastSeenAt`), as far as it is known.';

const { queryLength, responseLength, intentLength, patternLength, entityLength } = LESSON_LIMITS;
const QUERY_RANGE = { maxLength: queryLength, example: 'Do you ship abroad?' };
const RESPONSE_RANGE = { maxLength: responseLength, example: 'Yes, we ship to 40 countries.' };
const CLEARABLE = { optional: true, nullable: true } as const;

export class LearnedEntityDto {
  @TextField('Its type.', { maxLength: entityLength, example: 'product' })
  type: string;

  @TextField('What it is called.', { maxLength: entityLength, example: 'Trail Runner 2' })
  value: string;
}

export class CreateLearningItem {
  @EnumField(TYPE, LEARNING_TYPES, { example: 'query_response' })
  type: LearningType;

  @TextField(QUERY, { optional: true, ...QUERY_RANGE })
  query?: string;

  @TextField(RESPONSE, { optional: true, ...RESPONSE_RANGE })
  response?: string;

  @TextField(INTENT, { optional: true, maxLength: intentLength })
  intent?: string;

  @NestedField(ENTITY, () => LearnedEntityDto, { optional: true })
  entity?: LearnedEntityDto;

  @TextField(PATTERN, { optional: true, maxLength: patternLength })
  pattern?: string;
}

export class UpdateLearningItem {
  @TextField(QUERY, { ...CLEARABLE, ...QUERY_RANGE })
  query?: string | null;

  @TextField(RESPONSE, { ...CLEARABLE, ...RESPONSE_RANGE })
  response?: string | null;

  @TextField(INTENT, { ...CLEARABLE, maxLength: intentLength })
  intent?: string | null;

  @NestedField(ENTITY, () => LearnedEntityDto, CLEARABLE)
  entity?: LearnedEntityDto | null;

  @TextField(PATTERN, { ...CLEARABLE, maxLength: patternLength })
  pattern?: string | null;
}

export class DecideLearningItem {
  @EnumField(
    'What was decided. Rejecting an item that is applied takes it out again.',
    ['approved', 'rejected'] as const,
    {
      example: 'approved',
    },
  )
  status: 'approved' | 'rejected';
}

export class LearningQuery extends PageQuery {
  @EnumField('Only items of this type.', LEARNING_TYPES, { optional: true })
  type?: LearningType;

  @EnumField('Only items that come from there.', LEARNING_SOURCES, { optional: true })
  source?: LearningSource;

  @EnumField('Only items of this status.', LEARNING_STATUSES, { optional: true })
  status?: LearningStatus;
}

export class RevertQuery {
  @BooleanField('Whether the item is rejected, too, so that it is not applied again.', {
    optional: true,
    default: false,
  })
  reject?: boolean;
}

/** Where an item stands since it was applied. */
export class LearningPlace {
  @IdField('The knowledge base that holds it.', { optional: true })
  knowledgeBaseId?: string;

  @IdField('Its item there.', { optional: true })
  itemId?: string;

  @IdField('The dataset that holds it.', { optional: true })
  datasetId?: string;

  @TextListField('Its examples there.', { optional: true })
  exampleIds?: string[];
}

export class LearningItemDto {
  @IdField('Its id.')
  id: string;

  @IdField('The chatbot that could learn it.')
  chatbotId: string;

  @EnumField(TYPE, LEARNING_TYPES)
  type: LearningType;

  @EnumField(SOURCE, LEARNING_SOURCES)
  source: LearningSource;

  @EnumField(STATUS, LEARNING_STATUSES)
  status: LearningStatus;

  @ObjectField(DATA, { example: { query: QUERY_RANGE.example, response: RESPONSE_RANGE.example, confidence: 0.9 } })
  data: Record<string, unknown>;

  @DateField('When it was applied; null while it is not.', { nullable: true })
  appliedAt: string | null;

  @NestedField('Where it stands since then.', () => LearningPlace, { nullable: true })
  appliedTo: LearningPlace | null;

  @DateField('When it was found or written.')
  createdAt: string;

  @DateField('When it was last changed.')
  updatedAt: string;
}

export class RevertedLearningItem extends LearningItemDto {
  @IdField('The training session that forgets its examples; absent when none is needed.', { optional: true })
  trainingSessionId?: string;
}

export class SkippedLearningItem {
  @IdField('The item.')
  learningId: string;

  @EnumField(TYPE, LEARNING_TYPES)
  type: LearningType;

  @TextField('Why it could not be taken.', { example: 'It has no response yet.' })
  reason: string;
}

export class LearningResults {
  @ObjectField('How many were applied of each type.', { example: { query_response: 2 } })
  byType: Record<string, number>;

  @NestedListField('Approved items that could not be applied yet.', () => SkippedLearningItem)
  skipped: SkippedLearningItem[];

  @TextListField('The knowledge bases that were written to.')
  knowledgeBaseIds: string[];

  @TextListField('The datasets that were written to.')
  datasetIds: string[];

  @IdField('The training session that learns from the examples; absent when none was started.', { optional: true })
  trainingSessionId?: string;

  @TextField('Why none was started although there are new examples. The next call tries again.', { optional: true })
  trainingPostponed?: string;

  @BooleanField('Whether more items wait than one call takes: call again.')
  isMore: boolean;
}

export class AppliedLearning {
  @IntegerField('Items that were applied by this call.', { min: 0, example: 2 })
  applied: number;

  @NestedField('What became of the items.', () => LearningResults)
  results: LearningResults;

  @TextField('The same in words.', { example: '2 items were applied.' })
  message: string;
}

export class PreviewLearning {
  @TextListField('The items to try out, whatever their status; all that would be applied unless you name some.', {
    optional: true,
    minItems: 1,
    maxItems: MAX_PREVIEWED_ITEMS,
  })
  learningIds?: string[];
}

export class PreviewedAnswer {
  @TextField('What is said.', { minLength: 0, maxLength: 1_000_000 })
  text: string;

  @NumberField('Probability that it answers the question from the knowledge.', { min: 0, max: 1 })
  confidence: number;

  @BooleanField('Whether it rests on the knowledge.')
  grounded: boolean;
}

export class ChangedAnswerDto {
  @TextField('A question that was asked.')
  query: string;

  @NestedField('The answer now.', () => PreviewedAnswer)
  before: PreviewedAnswer;

  @NestedField('The answer with the items.', () => PreviewedAnswer)
  after: PreviewedAnswer;

  @TextListField('The items that the new answer rests on.')
  because: string[];
}

export class LearningPreviewDto {
  @NestedListField('Questions that would be answered otherwise, the latest first.', () => ChangedAnswerDto)
  changes: ChangedAnswerDto[];

  @IntegerField('Past questions that were tried, each once.', { min: 0 })
  questions: number;

  @IntegerField('Items that were tried.', { min: 0 })
  items: number;

  @NestedListField('Items that were not, and why.', () => SkippedLearningItem)
  skipped: SkippedLearningItem[];

  @TextField('The model that spoke. It costs nothing; the words of the chatbot’s own model would differ.', {
    example: 'extractive',
  })
  model: string;
}

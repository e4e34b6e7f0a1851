import {
  AllOptional,
  BooleanField,
  DateField,
  EnumField,
  FileField,
  IdField,
  IntegerField,
  NestedListField,
  ObjectField,
  PageQuery,
  TextField,
  TextListField,
  type UploadedFile,
} from '#infra/http';
import { MAX_NEW_PHRASINGS, MAX_NEW_QUESTIONS, QUESTION_LIMITS } from '../questions.types';

/** What a text with many questions may be. */
export const IMPORT_TYPES = ['csv', 'jsonl'] as const;
/** The size of the body is limited by the server; this is above every such limit. */
const MAX_IMPORT_LENGTH = 1_100_000_000;

export class RelatedPrompt {
  @TextField('What a button shows.', { maxLength: QUESTION_LIMITS.labelLength, example: 'Delivery abroad' })
  label: string;

  @TextField('The message that it sends.', {
    maxLength: QUESTION_LIMITS.promptLength,
    example: 'Do you deliver to other countries?',
  })
  prompt: string;
}

export class CreateQuestion {
  @TextField('What machines call it, unique in the knowledge base. Default: `question-` and a new UUID.', {
    optional: true,
    nullable: true,
    maxLength: QUESTION_LIMITS.nameLength,
    example: 'delivery-time',
  })
  name?: string | null;

  @TextListField('Ways to ask it; each is looked for by itself.', {
    minItems: 1,
    maxItems: QUESTION_LIMITS.phrasings,
    maxLength: QUESTION_LIMITS.phrasingLength,
    example: ['How long does delivery take?', 'When will my order arrive?'],
  })
  phrasings: string[];

  @TextField('The answer, plain or Markdown.', {
    maxLength: QUESTION_LIMITS.answerLength,
    example: 'Two to four working days.',
  })
  answer: string;

  @BooleanField('Whether a language model words the reply; false: the answer is given as it stands.', {
    optional: true,
    default: true,
    example: false,
  })
  llmReply?: boolean;

  @NestedListField('What may be asked next.', () => RelatedPrompt, {
    optional: true,
    nullable: true,
    maxItems: QUESTION_LIMITS.relatedPrompts,
  })
  relatedPrompts?: RelatedPrompt[] | null;

  @TextListField('Labels to filter searches by.', {
    optional: true,
    nullable: true,
    maxItems: QUESTION_LIMITS.tags,
    maxLength: QUESTION_LIMITS.tagLength,
    example: ['delivery'],
  })
  tags?: string[] | null;

  @ObjectField('Anything that you want to keep with it; searches can be narrowed by it.', {
    optional: true,
    nullable: true,
    maxBytes: QUESTION_LIMITS.metadataBytes,
    example: { lang: 'en' },
  })
  metadata?: Record<string, unknown> | null;
}

export class UpdateQuestion extends AllOptional(CreateQuestion) {}

export class QuestionQuery extends PageQuery {
  @TextField('Only questions with this in their name, phrasings or answer, whatever the case.', {
    optional: true,
    maxLength: 1_000,
  })
  search?: string;
}

export class Question {
  @IdField('Its id.')
  id: string;

  @IdField('The knowledge base that holds it.')
  knowledgeBaseId: string;

  @TextField('What machines call it, unique in the knowledge base.')
  name: string;

  @TextListField('Ways to ask it.')
  phrasings: string[];

  @TextField('The answer.')
  answer: string;

  @BooleanField('Whether a language model words the reply; false: the answer is given as it stands.')
  llmReply: boolean;

  @NestedListField('What may be asked next.', () => RelatedPrompt)
  relatedPrompts: RelatedPrompt[];

  @TextListField('Labels to filter searches by.')
  tags: string[];

  @ObjectField('What you keep with it.')
  metadata: Record<string, unknown>;

  @DateField('When it was made.')
  createdAt: string;

  @DateField('When it was last changed.')
  updatedAt: string;
}

export class ImportQuestions {
  @NestedListField(
    `Up to ${MAX_NEW_QUESTIONS.toLocaleString('en-US')} questions with ${MAX_NEW_PHRASINGS.toLocaleString('en-US')} phrasings in all; the list may also be the whole body. Required unless there is a \`content\`.`,
    () => CreateQuestion,
    { optional: true, minItems: 1, maxItems: MAX_NEW_QUESTIONS },
  )
  questions?: CreateQuestion[];

  @TextField(
    'A table or lines of JSON, instead of `questions`. Columns or keys: `question` (or `phrasing`, `alternates`; several in a cell are parted by `|`), `answer`, and if you want `name`, `llm_reply`, `tags`, `related_prompts`, `metadata`. Rows of one name, or without names of one answer, are one question.',
    {
      optional: true,
      minLength: 1,
      maxLength: MAX_IMPORT_LENGTH,
      rule: 'a text that is not blank',
      example: 'question,answer\nWhere are you?,In Bonn.',
    },
  )
  content?: string;

  @EnumField('What `content` is.', IMPORT_TYPES, { optional: true, default: 'csv' })
  type: (typeof IMPORT_TYPES)[number] = 'csv';
}

export class UploadQuestions {
  @FileField('A table (CSV, with the columns as for `content`), lines of JSON or a list in JSON.')
  file: UploadedFile;
}

export class ImportedQuestions {
  @IntegerField('Questions that were added.', { min: 0 })
  questions: number;

  @IntegerField('Phrasings of all of them.', { min: 0 })
  phrasings: number;
}

import { QUESTION_LIMITS } from '#domain/questions';
import { BooleanField, NestedField, NestedListField, ObjectField, TextField, TextListField } from '#infra/http';

export class QuestionRelatedPrompt {
  @TextField('What is shown.', { maxLength: QUESTION_LIMITS.labelLength })
  label: string;

  @TextField('The message that it stands for.', { maxLength: QUESTION_LIMITS.promptLength })
  prompt: string;
}

export class QuestionContents {
  @TextListField('The ways to ask.', {
    minItems: 1,
    maxItems: QUESTION_LIMITS.phrasings,
    maxLength: QUESTION_LIMITS.phrasingLength,
    example: ['What is the capital of France?'],
  })
  questions: string[];

  @TextField('The answer.', { maxLength: QUESTION_LIMITS.answerLength, example: 'Paris' })
  answer: string;

  @BooleanField('False: the answer is given as it stands, and no model is asked.', { optional: true, default: true })
  llm_reply: boolean = true;

  @NestedListField('What may be asked next.', () => QuestionRelatedPrompt, {
    optional: true,
    nullable: true,
    maxItems: QUESTION_LIMITS.relatedPrompts,
  })
  related_prompts?: QuestionRelatedPrompt[] | null;
}

export class UploadedQuestion {
  @TextField('What names it, unique among the questions of the bot. Default of an upload: `question-<uuid>`.', {
    optional: true,
    nullable: true,
    minLength: 1,
    maxLength: QUESTION_LIMITS.nameLength,
    example: 'my-test-question.json',
  })
  file_name?: string | null;

  @NestedField('What stands in it.', () => QuestionContents)
  file_contents: QuestionContents;

  @ObjectField('Messages can be narrowed by it.', {
    optional: true,
    nullable: true,
    maxBytes: QUESTION_LIMITS.metadataBytes,
    default: {},
  })
  file_metadata?: Record<string, unknown> | null;
}

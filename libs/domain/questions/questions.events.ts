import { defineEvent } from '#infra/events';

export interface QuestionEventData {
  questionId: string;
  baseId: string;
  name: string;
}

/** Stored, and found by searches. */
export const questionAdded = defineEvent<'question.added', QuestionEventData>('question.added');

/** Its old text is no longer found. */
export const questionUpdated = defineEvent<'question.updated', QuestionEventData>('question.updated');

/** Not told of questions that go with their base or bot. */
export const questionRemoved = defineEvent<'question.removed', QuestionEventData>('question.removed');

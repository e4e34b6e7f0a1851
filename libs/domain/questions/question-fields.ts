import { newId } from '#kernel';
import type { NewQuestion, Question, QuestionPatch } from './questions.types';

export interface QuestionPlace {
  teamId: string;
  baseId: string;
}

export function newQuestion({ teamId, baseId }: QuestionPlace, input: NewQuestion, now: Date): Question {
  return {
    id: newId(),
    teamId,
    baseId,
    name: input.name?.trim() || `question-${newId()}`,
    phrasings: distinct(input.phrasings),
    answer: input.answer,
    llmReply: input.llmReply ?? true,
    relatedPrompts: [...(input.relatedPrompts ?? [])],
    tags: distinct(input.tags),
    metadata: input.metadata ?? {},
    createdAt: now,
    updatedAt: now,
  };
}

export function patchedQuestion(question: Question, patch: QuestionPatch, now: Date): Question {
  const { answer = question.answer, llmReply = question.llmReply } = patch;
  return {
    ...question,
    name: patch.name?.trim() || question.name,
    phrasings: patch.phrasings === undefined ? question.phrasings : distinct(patch.phrasings),
    answer,
    llmReply,
    relatedPrompts: patch.relatedPrompts === undefined ? question.relatedPrompts : [...(patch.relatedPrompts ?? [])],
    tags: patch.tags === undefined ? question.tags : distinct(patch.tags),
    metadata: patch.metadata === undefined ? question.metadata : (patch.metadata ?? {}),
    updatedAt: now,
  };
}

function distinct(texts: readonly string[] | null | undefined): string[] {
  return [...new Set((texts ?? []).map((text) => text.trim()))].filter((text) => text !== '');
}

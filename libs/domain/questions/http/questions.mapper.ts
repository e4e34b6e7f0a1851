import type { Question as StoredQuestion } from '../questions.types';
import type { ImportedQuestions, Question } from './questions.dto';

export function toQuestion({ teamId: _, baseId, createdAt, updatedAt, ...question }: StoredQuestion): Question {
  return {
    ...question,
    knowledgeBaseId: baseId,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

export function toImportedQuestions(questions: readonly StoredQuestion[]): ImportedQuestions {
  return {
    questions: questions.length,
    phrasings: questions.reduce((sum, { phrasings }) => sum + phrasings.length, 0),
  };
}

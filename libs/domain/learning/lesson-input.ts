/** What a lesson may be, whoever writes it. */
import { invalidInput } from '#kernel';
import type { Lesson, LessonInput, LessonPatch } from './learning.types';

const TEXT_FIELDS = ['query', 'response', 'intent', 'pattern'] as const;

const NOTHING_GIVEN = {
  field: 'query',
  message: 'At least one of query, response, intent, entity and pattern is required.',
};

/** Trimmed, without what is blank. @throws AppError `input.invalid` when nothing is left to learn */
export function newLesson(input: LessonInput, confidence: number): Lesson {
  const lesson = patchedLesson({ confidence }, input);
  if (Object.keys(lesson).length === 1) throw invalidInput([NOTHING_GIVEN]);
  return lesson;
}

/** @throws AppError `input.invalid` when nothing is left to learn */
export function changedLesson(lesson: Lesson, patch: LessonPatch): Lesson {
  const changed = patchedLesson(lesson, patch);
  if (Object.keys(changed).length === 1) throw invalidInput([NOTHING_GIVEN]);
  return changed;
}

function patchedLesson(lesson: Lesson, patch: LessonPatch): Lesson {
  const changed: Lesson = { ...lesson };
  for (const field of TEXT_FIELDS) {
    const value = patch[field];
    if (value === undefined) continue;
    const text = value?.trim();
    if (text) changed[field] = text;
    else delete changed[field];
  }
  if (patch.entity) changed.entity = { type: patch.entity.type.trim(), value: patch.entity.value.trim() };
  if (patch.entity === null) delete changed.entity;
  return changed;
}

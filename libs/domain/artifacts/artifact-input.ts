/** What an artifact must be, in whichever dialect it is written. */
import { type FieldProblem, invalidInput } from '#kernel';
import {
  ARTIFACT_LIMITS,
  ARTIFACT_TYPES,
  type ArtifactPatch,
  type ArtifactType,
  DEFAULT_ARTIFACT_TYPE,
  type NewArtifact,
} from './artifacts.types';

/** @throws AppError `input.invalid` naming each field that is not acceptable */
export function cleanArtifact({ title, content, type = DEFAULT_ARTIFACT_TYPE }: NewArtifact): Required<NewArtifact> {
  const clean = { title: title.trim(), content, type };
  refuse(problemsOf(clean));
  return clean;
}

/** @throws AppError `input.invalid` naming each field that is not acceptable, or that there is none */
export function cleanPatch({ title, content, type, expectedVersion }: ArtifactPatch): ArtifactPatch {
  if (title === undefined && content === undefined && type === undefined) refuse([NOTHING_GIVEN]);
  const clean = {
    ...(title === undefined ? {} : { title: title.trim() }),
    ...(content === undefined ? {} : { content }),
    ...(type === undefined ? {} : { type }),
  };
  refuse(problemsOf(clean));
  return expectedVersion === undefined ? clean : { ...clean, expectedVersion };
}

/** In characters, not in UTF-16 units, as the limits count. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

const NOTHING_GIVEN = { field: 'content', message: 'At least one of title, content and type is required.' };

function problemsOf({ title, content, type }: Partial<NewArtifact>): FieldProblem[] {
  return [...titleProblems(title), ...contentProblems(content), ...typeProblems(type)];
}

function titleProblems(title: string | undefined): FieldProblem[] {
  const { titleLength } = ARTIFACT_LIMITS;
  if (title === undefined || (title !== '' && lengthOf(title) <= titleLength)) return [];
  return [{ field: 'title', message: `title must be a text of 1 to ${titleLength} characters.` }];
}

function contentProblems(content: string | undefined): FieldProblem[] {
  const { contentLength } = ARTIFACT_LIMITS;
  if (content === undefined || lengthOf(content) <= contentLength) return [];
  const most = contentLength.toLocaleString('en-US');
  return [{ field: 'content', message: `content must be a text of at most ${most} characters.` }];
}

function typeProblems(type: ArtifactType | undefined): FieldProblem[] {
  if (type === undefined || ARTIFACT_TYPES.includes(type)) return [];
  return [{ field: 'type', message: `type must be one of ${ARTIFACT_TYPES.join(', ')}.` }];
}

function refuse(problems: readonly FieldProblem[]): void {
  if (problems.length > 0) throw invalidInput(problems);
}

import type { ValidationError } from 'class-validator';
import type { FieldProblem } from '#kernel';
import { FIELD_RULE } from '../fields/field';

/** Enough to mend any form; an answer must not grow with a hostile input. */
const MAX_PROBLEMS = 50;

/** class-validator's tree of errors as a flat list, one sentence per field. */
export function fieldProblemsOf(errors: readonly ValidationError[]): FieldProblem[] {
  const problems: FieldProblem[] = [];
  collect(errors, '', problems);
  return problems;
}

function collect(errors: readonly ValidationError[], prefix: string, problems: FieldProblem[]): void {
  for (const error of errors) {
    if (problems.length >= MAX_PROBLEMS) return;
    const field = prefix + error.property;
    if (error.constraints) problems.push(problemOf(field, error));
    else collect(error.children ?? [], `${field}.`, problems);
  }
}

function problemOf(field: string, { constraints = {}, value }: ValidationError): FieldProblem {
  const rule = constraints[FIELD_RULE];
  const refusal = rule === undefined ? Object.values(constraints).join(', ') : `must be ${rule}`;
  if (value === undefined) return { field, message: `${field} is required and ${refusal}.`, missing: true };
  return { field, message: `${field} ${refusal}.` };
}

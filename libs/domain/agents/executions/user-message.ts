import { type FieldProblem, invalidInput } from '#kernel';
import { LOOP_LIMITS } from '../loops/loops.types';
import type { ExecutionInput, RunLoop } from './executions.types';

const NAME = /^[\w.-]{1,100}$/;
const PLACE = /\{\{\s*([\w.-]{1,100})\s*\}\}/g;
/** With its variables filled in. */
const MAX_MESSAGE = 100_000;

/**
 * The message of a loop with its variables. What a variable brings is not looked through again, and a place that nobody
 * fills stays as it stands.
 *
 * @throws AppError `input.invalid` naming the field
 */
export function executionInput(loopMessage: string, { userMessage, variables }: RunLoop): ExecutionInput {
  const problems: FieldProblem[] = [];
  const values = variablesOf(variables ?? {}, problems);
  const template = userMessage?.trim() ? userMessage : loopMessage;
  const filled = template.replace(PLACE, (place, name: string) =>
    Object.hasOwn(values, name) ? values[name]! : place,
  );
  if (template.length > LOOP_LIMITS.userMessageLength)
    problems.push(problem('userMessage', `must be at most ${LOOP_LIMITS.userMessageLength} characters long`));
  else if (filled.length > MAX_MESSAGE)
    problems.push(problem('variables', `must not make the message longer than ${MAX_MESSAGE} characters`));
  if (problems.length > 0) throw invalidInput(problems);
  return { userMessage: filled, variables: values };
}

function variablesOf(given: Readonly<Record<string, unknown>>, problems: FieldProblem[]): Record<string, string> {
  const entries = Object.entries(given).filter(([, value]) => value !== undefined);
  const { variables, variableLength } = LOOP_LIMITS;
  if (entries.length > variables) problems.push(problem('variables', `must be at most ${variables} values`));
  const texts = entries.map(
    ([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)] as const,
  );
  for (const [name, text] of texts) {
    if (!NAME.test(name))
      problems.push(
        problem('variables', 'must have names of letters, digits, dots, dashes and underscores, at most 100'),
      );
    else if (text.length > variableLength)
      problems.push(problem(`variables.${name}`, `must be at most ${variableLength} characters long`));
  }
  return Object.fromEntries(texts);
}

function problem(field: string, message: string): FieldProblem {
  return { field, message: `${field} ${message}.` };
}

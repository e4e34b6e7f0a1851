/**
 * Examples of a body. They come by the ten thousand, for which the checks of classes of fields take most of a second, in
 * which the process serves nobody; these take some milliseconds and say the same.
 */
import { type FieldProblem, invalidInput } from '#kernel';
import { MAX_NEW_EXAMPLES, type NewExample } from '../datasets/datasets.types';
import { isObject, problemsOfExample } from '../datasets/example-rules';

/** Enough to mend any file; an answer must not grow with a hostile input. */
const MAX_PROBLEMS = 50;

/** `{examples: [...]}`, the list itself, or one example. @throws AppError `input.invalid` */
export function addedExamples(body: unknown): NewExample[] {
  if (isObject(body) && body.examples === undefined && (body.input !== undefined || body.output !== undefined)) {
    return checked([body], () => '');
  }
  const list = isObject(body) ? body.examples : body;
  return checked(listOf(list, 1), (at) => `examples.${at}.`);
}

/** Those of a new dataset, which may have none. @throws AppError `input.invalid` */
export function examplesOfNew(body: unknown): NewExample[] {
  const list = isObject(body) ? body.examples : undefined;
  return list === undefined || list === null ? [] : checked(listOf(list, 0), (at) => `examples.${at}.`);
}

function listOf(value: unknown, minItems: number): unknown[] {
  if (Array.isArray(value) && value.length >= minItems && value.length <= MAX_NEW_EXAMPLES) return value;
  const most = MAX_NEW_EXAMPLES.toLocaleString('en-US');
  const rule = `a list of ${minItems === 0 ? `at most ${most}` : `${minItems} to ${most}`} objects`;
  const isMissing = value === undefined;
  const message = `examples ${isMissing ? 'is required and ' : ''}must be ${rule}.`;
  throw invalidInput([{ field: 'examples', message, ...(isMissing ? { missing: true } : {}) }]);
}

function checked(list: readonly unknown[], pathOf: (at: number) => string): NewExample[] {
  const problems: FieldProblem[] = [];
  const examples: NewExample[] = [];
  for (const [at, value] of list.entries()) {
    const example = isObject(value) ? value : {};
    problems.push(...problemsOfExample(example, pathOf(at)));
    if (problems.length >= MAX_PROBLEMS) break;
    const { input, output, intent, metadata } = example as unknown as NewExample;
    examples.push({ input, output, intent, metadata });
  }
  if (problems.length > 0) throw invalidInput(problems.slice(0, MAX_PROBLEMS));
  return examples;
}

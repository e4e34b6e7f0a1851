/**
 * Examples of a body. They come by the ten thousand, for which the checks of classes of fields take most of a second, in
 * which the process serves nobody; these take some milliseconds and say the same.
 */
import { type FieldProblem, invalidInput } from '#kernel';
import { DATASET_LIMITS, MAX_NEW_EXAMPLES, type NewExample } from '../datasets/datasets.types';

/** Enough to mend any file; an answer must not grow with a hostile input. */
const MAX_PROBLEMS = 50;

interface FieldRule {
  field: keyof NewExample;
  isRequired: boolean;
  rule: string;
  accepts(value: unknown): boolean;
}

const RULES: readonly FieldRule[] = [
  textRule('input', DATASET_LIMITS.inputLength, true),
  textRule('output', DATASET_LIMITS.outputLength, true),
  textRule('intent', DATASET_LIMITS.intentLength, false),
  {
    field: 'metadata',
    isRequired: false,
    rule: `an object of at most ${DATASET_LIMITS.metadataBytes.toLocaleString('en-US')} bytes as JSON`,
    accepts: (value) => isObject(value) && Buffer.byteLength(JSON.stringify(value)) <= DATASET_LIMITS.metadataBytes,
  },
];

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
    problems.push(...problemsOf(example, pathOf(at)));
    if (problems.length >= MAX_PROBLEMS) break;
    const { input, output, intent, metadata } = example as unknown as NewExample;
    examples.push({ input, output, intent, metadata });
  }
  if (problems.length > 0) throw invalidInput(problems.slice(0, MAX_PROBLEMS));
  return examples;
}

function problemsOf(example: Record<string, unknown>, path: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const { field, isRequired, rule, accepts } of RULES) {
    const value = example[field];
    const isMissing = value === undefined;
    if (isMissing || value === null ? !isRequired : accepts(value)) continue;
    const message = `${path}${field} ${isMissing ? 'is required and ' : ''}must be ${rule}.`;
    problems.push({ field: path + field, message, ...(isMissing ? { missing: true } : {}) });
  }
  return problems;
}

function textRule(field: keyof NewExample, maxLength: number, isRequired: boolean): FieldRule {
  const most = maxLength.toLocaleString('en-US');
  return {
    field,
    isRequired,
    rule: isRequired ? `a text of 1 to ${most} characters` : `a text of at most ${most} characters`,
    accepts: (value) => typeof value === 'string' && (!isRequired || value.trim() !== '') && isWithin(value, maxLength),
  };
}

/** In characters, not UTF-16 units; only counted where the difference decides. */
function isWithin(text: string, maxLength: number): boolean {
  return text.length <= maxLength || (text.length <= 2 * maxLength && [...text].length <= maxLength);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

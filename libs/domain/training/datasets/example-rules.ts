/** What an example must be like, wherever it comes from: a body, or a line of a file. */
import type { FieldProblem } from '#kernel';
import { DATASET_LIMITS, type NewExample } from './datasets.types';

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

/** @param path of the example within the input, ending with a dot */
export function problemsOfExample(example: Record<string, unknown>, path: string): FieldProblem[] {
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

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

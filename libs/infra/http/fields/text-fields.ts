import { isEmail, isISO8601 } from 'class-validator';
import { isUuid } from '#kernel';
import { type FieldOptions, field } from './field';
import { range, within } from './ranges';

export interface TextOptions extends FieldOptions<string> {
  /** In characters. 1 unless the field is optional; with 1 or more, text of nothing but white space is refused. */
  minLength?: number;
  /** In characters. */
  maxLength?: number;
  pattern?: RegExp;
}

/** Nothing on the wire is longer unless its field says so; a stored text needs some bound. */
const DEFAULT_MAX_LENGTH = 10_000;

/** RFC 5321 §4.5.3.1.3, less the angle brackets. */
const MAX_EMAIL_LENGTH = 254;
const MAX_ID_LENGTH = 256;

/** RFC 9562 §5.9. No row has it, so a look-up of what cannot be an id ends like one of an unknown id. */
const NIL_UUID = '00000000-0000-0000-0000-000000000000';

/** A text. */
export function TextField(description: string, options: TextOptions = {}): PropertyDecorator {
  const minLength = options.minLength ?? (options.optional ? 0 : 1);
  const { maxLength, pattern } = options;
  return field(
    description,
    options,
    {
      accepts: (value): value is string =>
        isTextWithin(value, minLength, maxLength ?? DEFAULT_MAX_LENGTH) &&
        (pattern === undefined || pattern.test(value)),
      rule: `a text of ${range(minLength, maxLength ?? DEFAULT_MAX_LENGTH, 'character')}`,
      schema: {
        type: 'string',
        ...(options.minLength === undefined ? {} : { minLength }),
        ...(maxLength === undefined ? {} : { maxLength }),
        ...(pattern === undefined ? {} : { pattern: pattern.source }),
      },
    },
    () => TextField(description, { ...options, minLength, optional: true }),
  );
}

export function EmailField(description: string, options: FieldOptions<string> = {}): PropertyDecorator {
  return field(
    description,
    options,
    {
      accepts: (value): value is string => isTextWithin(value, 1, MAX_EMAIL_LENGTH) && isEmail(value),
      rule: `an e-mail address of at most ${MAX_EMAIL_LENGTH} characters`,
      schema: { type: 'string', format: 'email' },
    },
    () => EmailField(description, { ...options, optional: true }),
  );
}

/** The id of a row, opaque to the caller. What is no UUID is read as the nil UUID, which answers "not found". */
export function IdField(description: string, options: FieldOptions<string> = {}): PropertyDecorator {
  return field(
    description,
    options,
    {
      accepts: (value): value is string => isTextWithin(value, 1, MAX_ID_LENGTH),
      rule: `an id, a text of ${range(1, MAX_ID_LENGTH, 'character')}`,
      schema: { type: 'string', format: 'uuid' },
      replace: (value) => (isTextWithin(value, 1, MAX_ID_LENGTH) && !isUuid(value) ? NIL_UUID : value),
    },
    () => IdField(description, { ...options, optional: true }),
  );
}

export interface DateOptions extends FieldOptions<string> {
  /** Of input, for the docs; answers are moments. */
  takes?: 'day' | 'day or moment';
}

/** ISO 8601, kept as text; see `dateOf`. */
export function DateField(description: string, options: DateOptions = {}): PropertyDecorator {
  return field(
    description,
    options,
    {
      accepts: (value): value is string => typeof value === 'string' && isCalendarDate(value),
      rule: 'a date or time in ISO 8601, e.g. 2030-01-31T12:00:00Z',
      schema: { type: 'string', ...formatOf(options) },
    },
    () => DateField(description, { ...options, optional: true }),
  );
}

function formatOf({ takes }: DateOptions) {
  if (takes === 'day or moment') return { anyOf: ['date-time', 'date'].map((format) => ({ type: 'string', format })) };
  return { format: takes === 'day' ? 'date' : 'date-time' };
}

/** The moment that a `DateField` names; without a zone it is UTC. */
export function dateOf(text: string): Date {
  return new Date(/T/i.test(text) && !/(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) ? `${text}Z` : text);
}

/** Of ISO 8601 only what JavaScript reads: no week dates, no ordinal dates, no day that does not exist. */
function isCalendarDate(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/i.test(text) &&
    isISO8601(text, { strict: true }) &&
    !Number.isNaN(dateOf(text).getTime())
  );
}

export function isTextWithin(value: unknown, minLength: number, maxLength: number): value is string {
  if (typeof value !== 'string') return false;
  if (minLength > 0 && value.trim() === '') return false;
  return within(lengthUpTo(value, maxLength), minLength, maxLength);
}

/** Characters, not UTF-16 units; only counted where the difference decides. */
function lengthUpTo(text: string, maxLength: number): number {
  return text.length <= maxLength || text.length > 2 * maxLength ? text.length : [...text].length;
}

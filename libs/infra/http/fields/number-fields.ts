import { type FieldKind, type FieldOptions, field } from './field';
import { limits, range, within } from './ranges';

export interface NumberOptions extends FieldOptions<number> {
  min?: number;
  max?: number;
  /** Greater values are lowered to it instead of being refused. */
  clampTo?: number;
}

/** A finite number. */
export function NumberField(description: string, options: NumberOptions = {}): PropertyDecorator {
  const { min, max } = options;
  return field(
    description,
    options,
    {
      accepts: (value): value is number => Number.isFinite(value) && within(value as number, min, max),
      rule: `a number${limits(min, max)}`,
      schema: { type: 'number', ...bounds(options) },
      query: 'number',
      ...clamping(options),
    },
    () => NumberField(description, { ...options, optional: true }),
  );
}

/** A whole number that JavaScript holds exactly. */
export function IntegerField(description: string, options: NumberOptions = {}): PropertyDecorator {
  const { min, max } = options;
  return field(
    description,
    options,
    {
      accepts: (value): value is number => Number.isSafeInteger(value) && within(value as number, min, max),
      rule: `a whole number${limits(min, max)}`,
      schema: { type: 'integer', ...bounds(options) },
      query: 'number',
      ...clamping(options),
    },
    () => IntegerField(description, { ...options, optional: true }),
  );
}

export interface NumberListOptions extends FieldOptions<number[]> {
  minItems: number;
  maxItems: number;
}

/** A list of finite numbers. */
export function NumberListField(description: string, options: NumberListOptions): PropertyDecorator {
  const { minItems, maxItems } = options;
  return field(
    description,
    options,
    {
      accepts: (value): value is number[] =>
        Array.isArray(value) && within(value.length, minItems, maxItems) && value.every(Number.isFinite),
      rule: `a list of ${range(minItems, maxItems, 'number')}`,
      schema: { type: 'array', items: { type: 'number' }, minItems, maxItems },
    },
    () => NumberListField(description, { ...options, optional: true }),
  );
}

export function BooleanField(description: string, options: FieldOptions<boolean> = {}): PropertyDecorator {
  return field(
    description,
    options,
    {
      accepts: (value): value is boolean => typeof value === 'boolean',
      rule: 'true or false',
      schema: { type: 'boolean' },
      query: 'boolean',
    },
    () => BooleanField(description, { ...options, optional: true }),
  );
}

function bounds({ min, max }: NumberOptions) {
  return { ...(min === undefined ? {} : { minimum: min }), ...(max === undefined ? {} : { maximum: max }) };
}

function clamping({ clampTo }: NumberOptions): Pick<FieldKind<number>, 'replace'> {
  if (clampTo === undefined) return {};
  return { replace: (value) => (typeof value === 'number' && value > clampTo ? clampTo : value) };
}

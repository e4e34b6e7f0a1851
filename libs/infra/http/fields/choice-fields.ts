import { type FieldOptions, field } from './field';
import { range, within } from './ranges';
import { isTextWithin } from './text-fields';

export interface EnumOptions<Value> extends FieldOptions<Value> {
  /** Of the type in the documents, instead of one made from class and field; said once, it holds for all fields alike. */
  name?: string;
}

/** One of a closed list of texts. */
export function EnumField<Value extends string>(
  description: string,
  values: readonly Value[],
  options: EnumOptions<Value> = {},
): PropertyDecorator {
  return field(
    description,
    options,
    {
      accepts: (value): value is Value => (values as readonly unknown[]).includes(value),
      rule: `one of ${values.join(', ')}`,
      schema: { type: 'string', enum: [...values], ...(options.name === undefined ? {} : { title: options.name }) },
    },
    () => EnumField(description, values, { ...options, optional: true }),
  );
}

export interface TextListOptions extends FieldOptions<string[]> {
  minItems?: number;
  maxItems?: number;
  /** Of each text; blank texts are refused. */
  maxLength?: number;
  /** Each text must be one of these. */
  values?: readonly string[];
  /** No text may stand twice. */
  unique?: boolean;
}

const DEFAULT_MAX_ITEMS = 100;
const DEFAULT_MAX_ITEM_LENGTH = 1_000;

export function TextListField(description: string, options: TextListOptions = {}): PropertyDecorator {
  const { minItems = 0, maxItems = DEFAULT_MAX_ITEMS, maxLength = DEFAULT_MAX_ITEM_LENGTH, values, unique } = options;
  const acceptsItem = (item: unknown) =>
    values ? (values as readonly unknown[]).includes(item) : isTextWithin(item, 1, maxLength);
  const item = values ? `each one of ${values.join(', ')}` : `each of ${range(1, maxLength, 'character')}`;
  return field(
    description,
    options,
    {
      accepts: (value): value is string[] =>
        Array.isArray(value) &&
        within(value.length, minItems, maxItems) &&
        value.every(acceptsItem) &&
        !(unique && new Set(value).size < value.length),
      rule: `a list of ${range(minItems, maxItems, unique ? 'different text' : 'text')}, ${item}`,
      schema: {
        type: 'array',
        items: values ? { type: 'string', enum: [...values] } : { type: 'string' },
        ...(options.minItems === undefined ? {} : { minItems }),
        ...(options.maxItems === undefined ? {} : { maxItems }),
        ...(unique ? { uniqueItems: true } : {}),
      },
      query: 'list',
    },
    () => TextListField(description, { ...options, optional: true }),
  );
}

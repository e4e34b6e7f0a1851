/** The options that a plugin asks the owner of a bot for, and whether a value is one of an option. */
import type { FieldProblem } from '#kernel';
import {
  type ConfigOption,
  type ConfigOptionInput,
  OPTION_TYPES,
  type OptionType,
  PLUGIN_LIMITS,
} from '../plugins.types';

const OPTION_NAME = /^[A-Za-z_][\w.-]{0,63}$/;
/** What objects inherit would be found where nothing was configured. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);
const MAX_TEXT = 4_000;
const MAX_LIST = 500;

/** Sent with every request to an MCP server. */
export const HEADERS_OPTION: ConfigOption = {
  name: 'headers',
  type: 'secret',
  required: false,
  description: 'Headers of every request to the server, as {"Authorization": "Bearer ..."}.',
};

/** Adds to `problems` what is not acceptable. */
export function configOptionsOf(inputs: readonly ConfigOptionInput[], problems: FieldProblem[]): ConfigOption[] {
  const names = new Set<string>();
  return inputs.map((input, at) => {
    const option = optionOf(input);
    const refuse = (field: string, rule: string) =>
      problems.push({
        field: `configOptions.${at}.${field}`,
        message: `configOptions.${at}.${field} must be ${rule}.`,
      });
    if (!OPTION_NAME.test(option.name) || RESERVED.has(option.name))
      refuse('name', '1 to 64 letters, digits, _, . or -, and begin with a letter or _');
    if (names.has(option.name)) refuse('name', 'unlike the names of other options');
    names.add(option.name);
    if (!OPTION_TYPES.includes(option.type)) refuse('type', `one of ${OPTION_TYPES.join(', ')}`);
    else if (option.type === 'enum' && !option.values?.length) refuse('values', 'given for an option of type enum');
    else if (option.default !== undefined && option.type === 'secret') refuse('default', 'left out for a secret');
    else if (option.default !== undefined && valueFault(option, option.default))
      refuse('default', valueFault(option, option.default)!);
    return option;
  });
}

function optionOf({ name, type, required, default: preset, description, values }: ConfigOptionInput): ConfigOption {
  return {
    name,
    type: type as OptionType,
    required: required ?? false,
    ...(preset === undefined || preset === null ? {} : { default: preset }),
    ...(description ? { description } : {}),
    ...(values ? { values } : {}),
  };
}

/** What the value must be instead; undefined when it is acceptable. */
export function valueFault(
  { type, values }: Pick<ConfigOption, 'type' | 'values'>,
  value: unknown,
): string | undefined {
  switch (type) {
    case 'string':
      return isText(value, MAX_TEXT) ? undefined : `a text of at most ${MAX_TEXT} characters`;
    case 'number':
      return Number.isFinite(value) ? undefined : 'a number';
    case 'integer':
      return Number.isSafeInteger(value) ? undefined : 'a whole number';
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'true or false';
    case 'enum':
      return (values ?? []).includes(value as string) ? undefined : `one of ${(values ?? []).join(', ')}`;
    case 'list':
      return isList(value, values) ? undefined : `a list of texts${values ? `, each one of ${values.join(', ')}` : ''}`;
    case 'object':
      return isObject(value) ? undefined : 'an object';
    case 'secret':
      return isSecret(value)
        ? undefined
        : `a text of 1 to ${PLUGIN_LIMITS.secretLength} characters, or an object of such texts`;
  }
}

function isText(value: unknown, maxLength: number): value is string {
  return typeof value === 'string' && value.length <= maxLength;
}

function isList(value: unknown, values: readonly string[] | undefined): boolean {
  if (!Array.isArray(value) || value.length > MAX_LIST) return false;
  return value.every((item) => isText(item, MAX_TEXT) && (values === undefined || values.includes(item)));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSecret(value: unknown): boolean {
  const texts = isObject(value) ? Object.values(value) : [value];
  return texts.length > 0 && texts.every((text) => text !== '' && isText(text, PLUGIN_LIMITS.secretLength));
}

import type { LlmResponseFormat, LlmTool, LlmToolChoice } from '#providers/llm';
import { unsupportedValue } from '../openai.errors';
import { refused } from './content-parts';

/** A function as either endpoint describes it. */
export interface AskedFunction {
  name: string;
  description?: string | null;
  parameters?: Record<string, unknown> | null;
}

const NAME = /^[A-Za-z0-9_-]{1,64}$/;
const NO_PARAMETERS = { type: 'object', properties: {} };

export function toolOf({ name, description, parameters }: AskedFunction, param: string): LlmTool {
  if (!NAME.test(name)) throw refused(`${param}.name`, 'it must be of 1 to 64 letters, digits, _ and -.');
  return { name, description: description ?? '', parameters: parameters ?? NO_PARAMETERS };
}

/** What only OpenAI runs. */
export function unsupportedTool(type: unknown, param: string) {
  const message = `Unsupported value: '${String(type).slice(0, 50)}' is not supported as a tool. Supported values are: 'function'.`;
  return unsupportedValue(param, message);
}

/** `auto`, `none`, `required`, or an object that names a function in the way of either endpoint. */
export function toolChoiceOf(choice: unknown, tools: readonly LlmTool[]): LlmToolChoice | undefined {
  if (choice === undefined || choice === null) return undefined;
  if (choice === 'auto' || choice === 'none') return choice;
  if (tools.length === 0) throw refused('tool_choice', "it is only allowed when 'tools' are specified.");
  if (choice === 'required') return choice;
  const name = nameIn(choice);
  if (name === undefined || !tools.some((tool) => tool.name === name))
    throw refused('tool_choice', "it must be 'auto', 'none', 'required' or a function of 'tools'.");
  return { name };
}

function nameIn(choice: unknown): string | undefined {
  if (typeof choice !== 'object' || choice === null) return undefined;
  const { name, function: called } = choice as { name?: unknown; function?: { name?: unknown } };
  const found = name ?? called?.name;
  return typeof found === 'string' ? found : undefined;
}

export interface AskedFormat {
  type: 'text' | 'json_object' | 'json_schema';
  name?: string | null;
  description?: string | null;
  schema?: Record<string, unknown> | null;
  strict?: boolean | null;
}

/** Undefined for text. */
export function responseFormatOf(format: AskedFormat | null | undefined, param: string): LlmResponseFormat | undefined {
  if (!format || format.type === 'text') return undefined;
  if (format.type === 'json_object') return { type: 'json_object' };
  const { name, description, schema, strict } = format;
  if (!name || !NAME.test(name)) throw refused(`${param}.name`, 'it must be of 1 to 64 letters, digits, _ and -.');
  if (!schema) throw refused(`${param}.schema`, 'it must be a JSON Schema.');
  return {
    type: 'json_schema',
    name,
    schema,
    ...(description ? { description } : {}),
    ...(typeof strict === 'boolean' ? { isStrict: strict } : {}),
  };
}

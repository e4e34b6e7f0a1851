/** What a plugin must be, from what a caller says of it. Fields alone are checked at the door; here is what they are together. */
import { type FieldProblem, invalidInput } from '#kernel';
import {
  HOOK_NAMES,
  type HookName,
  PLUGIN_LIMITS,
  type PluginHook,
  type PluginInput,
  type PluginKind,
  type PluginManifest,
  type PluginToolDescription,
} from '../plugins.types';
import { configOptionsOf, HEADERS_OPTION } from './config-options';
import { isSemanticVersion } from './semantic-version';

const DEFAULT_PRIORITY = 10;
/** What providers of models let tools be called. */
const TOOL_NAME = /^[A-Za-z0-9_-]{1,64}$/;
const NO_PARAMETERS = { type: 'object', properties: {} };
const CONTROL_CHARACTERS = /\p{Cc}/u;

const EMPTY: PluginManifest = {
  name: '',
  version: '',
  description: null,
  author: null,
  kind: 'none',
  entryPoint: null,
  hooks: [],
  tools: [],
  configOptions: [],
  configSchema: null,
  timeoutMs: null,
};

/** @param builtIns names of what is built in @throws AppError `input.invalid` naming each field that is not acceptable */
export function newManifest(input: PluginInput, builtIns: readonly string[]): PluginManifest {
  return merged(EMPTY, input, builtIns);
}

/** Absent leaves a field as it is, null clears it. @throws AppError `input.invalid` */
export function changedManifest(
  current: PluginManifest,
  patch: PluginInput,
  builtIns: readonly string[],
): PluginManifest {
  return merged(current, patch, builtIns);
}

/** The address that it is called at; undefined when it is not called. */
export function addressOf({ kind, entryPoint }: Pick<PluginManifest, 'kind' | 'entryPoint'>): string | undefined {
  return (kind === 'http' || kind === 'mcp') && entryPoint !== null ? entryPoint : undefined;
}

function merged(current: PluginManifest, input: PluginInput, builtIns: readonly string[]): PluginManifest {
  const problems: FieldProblem[] = [];
  const entryPoint = input.entryPoint === undefined ? current.entryPoint : input.entryPoint?.trim() || null;
  const kind = kindOf(current, input, entryPoint);
  const manifest: PluginManifest = {
    name: (input.name ?? current.name).trim(),
    version: (input.version ?? current.version).trim(),
    description: input.description === undefined ? current.description : input.description?.trim() || null,
    author: input.author === undefined ? current.author : input.author?.trim() || null,
    kind,
    entryPoint,
    hooks: input.hooks === undefined ? current.hooks : hooksOf(input.hooks ?? [], problems),
    tools: input.tools === undefined ? current.tools : toolsOf(input.tools ?? [], problems),
    configOptions:
      input.configOptions === undefined ? current.configOptions : configOptionsOf(input.configOptions ?? [], problems),
    configSchema: input.configSchema === undefined ? current.configSchema : input.configSchema,
    timeoutMs: input.timeoutMs === undefined ? current.timeoutMs : input.timeoutMs,
  };
  problems.push(...problemsOf(manifest, builtIns));
  if (problems.length > 0) throw invalidInput(problems);
  return withHeadersOption(manifest);
}

/** Said, or seen in the entry point: another address of an MCP server is one of an MCP server. */
function kindOf(current: PluginManifest, input: PluginInput, entryPoint: string | null): PluginKind {
  if (input.kind) return input.kind;
  if (input.entryPoint === undefined && input.kind === undefined) return current.kind;
  if (entryPoint === null) return 'none';
  if (!isUrl(entryPoint)) return 'builtin';
  return current.kind === 'mcp' && input.kind === undefined ? 'mcp' : 'http';
}

function isUrl(entryPoint: string): boolean {
  return /^[a-z][a-z\d+.-]*:/i.test(entryPoint);
}

function hooksOf(hooks: NonNullable<PluginInput['hooks']>, problems: FieldProblem[]): PluginHook[] {
  return hooks.map(({ name, priority = DEFAULT_PRIORITY, handler }, at) => {
    if (!HOOK_NAMES.includes(name as HookName))
      problems.push(must(`hooks.${at}.name`, `one of ${HOOK_NAMES.join(', ')}`));
    return { name: name as HookName, priority, ...(handler ? { handler } : {}) };
  });
}

function toolsOf(tools: NonNullable<PluginInput['tools']>, problems: FieldProblem[]): PluginToolDescription[] {
  const names = new Set<string>();
  return tools.map(({ name, description, parameters }, at) => {
    if (!TOOL_NAME.test(name)) problems.push(must(`tools.${at}.name`, '1 to 64 letters, digits, _ or -'));
    if (names.has(name)) problems.push(must(`tools.${at}.name`, 'unlike the names of other tools'));
    names.add(name);
    return { name, description: description ?? '', parameters: parameters ?? NO_PARAMETERS };
  });
}

function problemsOf(manifest: PluginManifest, builtIns: readonly string[]): FieldProblem[] {
  const { name, version, kind, tools, timeoutMs } = manifest;
  const { min, max } = PLUGIN_LIMITS.timeoutMs;
  const problems = entryPointProblems(manifest, builtIns);
  if (name === '') problems.push(must('name', 'a text that is not empty'));
  if (!isSemanticVersion(version)) problems.push(must('version', 'a semantic version such as 1.0.0'));
  if (tools.length > 0 && (kind === 'mcp' || kind === 'builtin'))
    problems.push(must('tools', `left out: a plugin of kind ${kind} says by itself which tools it has`));
  if (timeoutMs !== null && (timeoutMs < min || timeoutMs > max))
    problems.push(must('timeoutMs', `a whole number from ${min} to ${max}`));
  return problems;
}

function entryPointProblems({ kind, entryPoint }: PluginManifest, builtIns: readonly string[]): FieldProblem[] {
  if (kind === 'none') return entryPoint === null ? [] : [must('entryPoint', 'left out for a plugin of kind none')];
  if (kind === 'builtin') {
    if (entryPoint !== null && builtIns.includes(entryPoint)) return [];
    return [must('entryPoint', `an http or https URL, or the name of what is built in: ${builtIns.join(', ')}`)];
  }
  const protocol =
    entryPoint === null || CONTROL_CHARACTERS.test(entryPoint) ? '' : (URL.parse(entryPoint)?.protocol ?? '');
  if (/^https?:$/.test(protocol)) return [];
  const rest = kind === 'mcp' ? '; MCP servers on stdio are not supported' : '';
  return [must('entryPoint', `an http or https URL for a plugin of kind ${kind}${rest}`)];
}

/** What an MCP server wants to be shown is asked of every bot's owner, unless the plugin asks by itself. */
function withHeadersOption(manifest: PluginManifest): PluginManifest {
  const { kind, configOptions, configSchema } = manifest;
  const isAsked = configSchema !== null || configOptions.some(({ name }) => name === HEADERS_OPTION.name);
  return kind !== 'mcp' || isAsked ? manifest : { ...manifest, configOptions: [...configOptions, HEADERS_OPTION] };
}

function must(field: string, rule: string): FieldProblem {
  return { field, message: `${field} must be ${rule}.` };
}

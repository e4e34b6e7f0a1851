/** What a loop must be, from what a caller says of it. Fields alone are checked at the door too; here is what they are together. */

import { scheduleFault } from '#infra/schedules';
import { type FieldProblem, invalidInput, isUuid } from '#kernel';
import { type HeaderValues, headersOf, isSameReceiver, masked } from './header-values';
import type { HeaderSecrets } from './loop-secrets';
import type { LoopRow } from './loops.queries';
import {
  type AgentLoopInput,
  LOOP_LIMITS,
  MCP_SERVER_TYPES,
  type McpServerInput,
  type McpServerSetting,
  type McpServerType,
} from './loops.types';

/** What a caller decides of a row. */
export type LoopDefinition = Pick<
  LoopRow,
  | 'name'
  | 'systemPrompt'
  | 'userMessage'
  | 'mcpServers'
  | 'pluginIds'
  | 'knowledgeBotId'
  | 'callbackUrl'
  | 'callbackHeaders'
  | 'maxIterations'
  | 'maxTokens'
  | 'timeoutMs'
  | 'model'
  | 'modelId'
  | 'cron'
  | 'timeZone'
  | 'status'
>;

export interface DefinedLoop {
  definition: LoopDefinition;
  secrets: HeaderSecrets;
}

export const EMPTY_LOOP: LoopDefinition = {
  name: '',
  systemPrompt: '',
  userMessage: '',
  mcpServers: [],
  pluginIds: [],
  knowledgeBotId: null,
  callbackUrl: null,
  callbackHeaders: {},
  maxIterations: LOOP_LIMITS.iterations.default,
  maxTokens: null,
  timeoutMs: LOOP_LIMITS.timeoutMs.default,
  model: null,
  modelId: null,
  cron: null,
  timeZone: null,
  status: 'active',
};

/** Absent leaves a field as it is, null clears it. @throws AppError `input.invalid` naming each field that is not acceptable */
export function definedLoop(current: LoopDefinition, kept: HeaderSecrets, input: AgentLoopInput): DefinedLoop {
  const problems: FieldProblem[] = [];
  const servers = serversOf(current, kept, input, problems);
  const callback = callbackOf(current, kept, input, problems);
  const definition: LoopDefinition = {
    name: (input.name ?? current.name).trim(),
    systemPrompt: input.systemPrompt ?? current.systemPrompt,
    userMessage: input.userMessage ?? current.userMessage,
    mcpServers: servers.settings,
    pluginIds: input.pluginIds === undefined ? current.pluginIds : [...new Set(input.pluginIds ?? [])],
    knowledgeBotId: input.knowledgeBotId === undefined ? current.knowledgeBotId : input.knowledgeBotId,
    callbackUrl: callback.url,
    callbackHeaders: masked(callback.headers),
    maxIterations:
      input.maxIterations === undefined ? current.maxIterations : (input.maxIterations ?? EMPTY_LOOP.maxIterations),
    maxTokens: input.maxTokens === undefined ? current.maxTokens : input.maxTokens,
    timeoutMs: input.timeoutMs === undefined ? current.timeoutMs : (input.timeoutMs ?? EMPTY_LOOP.timeoutMs),
    model: input.model === undefined ? current.model : input.model?.trim() || null,
    modelId: input.modelId === undefined ? current.modelId : input.modelId,
    ...scheduleOf(current, input, problems),
    status: input.status ?? current.status,
  };
  problems.push(...textProblems(definition), ...numberProblems(definition));
  if (!definition.pluginIds.every(isUuid)) problems.push(problem('pluginIds', 'must be ids of plugins'));
  if (definition.pluginIds.length > LOOP_LIMITS.pluginIds)
    problems.push(problem('pluginIds', `must be at most ${LOOP_LIMITS.pluginIds} ids`));
  if (problems.length > 0) throw invalidInput(problems);
  return { definition, secrets: { servers: servers.secrets, callback: callback.headers } };
}

function serversOf(
  current: LoopDefinition,
  kept: HeaderSecrets,
  { mcpServers }: AgentLoopInput,
  problems: FieldProblem[],
): { settings: readonly McpServerSetting[]; secrets: HeaderSecrets['servers'] } {
  if (mcpServers === undefined) return { settings: current.mcpServers, secrets: kept.servers };
  const settings: McpServerSetting[] = [];
  const secrets: Record<string, HeaderValues> = {};
  const names = new Set<string>();
  for (const [at, given] of (mcpServers ?? []).entries()) {
    const field = `mcpServers.${at}`;
    const name = given.name.trim();
    const setting = serverOf(given, name, field, problems);
    if (names.has(name.toLowerCase())) problems.push(problem(`${field}.name`, 'must be unique'));
    names.add(name.toLowerCase());
    const before = current.mcpServers.find((one) => one.name === name && isSameReceiver(one.url, setting.url));
    const headers = headersOf(given.headers ?? {}, (before && kept.servers[name]) ?? {}, `${field}.headers`, problems);
    if (Object.keys(headers).length > 0) secrets[name] = headers;
    settings.push(Object.keys(headers).length > 0 ? { ...setting, headers: masked(headers) } : setting);
  }
  if (settings.length > LOOP_LIMITS.mcpServers)
    problems.push(problem('mcpServers', `must be at most ${LOOP_LIMITS.mcpServers} servers`));
  return { settings, secrets };
}

function serverOf(given: McpServerInput, name: string, field: string, problems: FieldProblem[]): McpServerSetting {
  if (!MCP_SERVER_TYPES.includes(given.type as McpServerType))
    problems.push(problem(`${field}.type`, `must be one of ${MCP_SERVER_TYPES.join(', ')}`));
  if (name === '' || name.length > LOOP_LIMITS.nameLength)
    problems.push(problem(`${field}.name`, `must be 1 to ${LOOP_LIMITS.nameLength} characters long`));
  const url = given.url?.trim();
  if (url && !isHttpUrl(url)) problems.push(problem(`${field}.url`, URL_FAULT));
  return { type: given.type as McpServerType, name, ...(url ? { url } : {}) };
}

function callbackOf(
  current: LoopDefinition,
  kept: HeaderSecrets,
  { callbackUrl, callbackHeaders }: AgentLoopInput,
  problems: FieldProblem[],
): { url: string | null; headers: HeaderValues } {
  const url = callbackUrl === undefined ? current.callbackUrl : callbackUrl?.trim() || null;
  if (url !== null && !isHttpUrl(url)) problems.push(problem('callbackUrl', URL_FAULT));
  // Nobody may have them sent elsewhere.
  const mayKeep = current.callbackUrl === url || isSameReceiver(current.callbackUrl, url);
  const before = mayKeep ? kept.callback : {};
  if (callbackHeaders === undefined) return { url, headers: before };
  return { url, headers: headersOf(callbackHeaders ?? {}, before, 'callbackHeaders', problems) };
}

function scheduleOf(
  { cron, timeZone }: LoopDefinition,
  { schedule }: AgentLoopInput,
  problems: FieldProblem[],
): Pick<LoopDefinition, 'cron' | 'timeZone'> {
  if (schedule === undefined) return { cron, timeZone };
  if (schedule === null) return { cron: null, timeZone: null };
  const given = { cron: schedule.cron.trim(), timeZone: schedule.timeZone?.trim() || 'UTC' };
  const fault = scheduleFault(given.cron, given.timeZone);
  if (fault) problems.push(problem(`schedule.${fault.field}`, `must ${fault.message}`));
  return given;
}

function textProblems({ name, systemPrompt, userMessage, model }: LoopDefinition): FieldProblem[] {
  const { nameLength, systemPromptLength, userMessageLength, modelLength } = LOOP_LIMITS;
  const texts = [
    ['name', name, nameLength],
    ['systemPrompt', systemPrompt, systemPromptLength],
    ['userMessage', userMessage, userMessageLength],
    ['model', model ?? '-', modelLength],
  ] as const;
  return texts
    .filter(([, text, max]) => text.trim() === '' || text.length > max)
    .map(([field, , max]) => problem(field, `must be 1 to ${max.toLocaleString('en-US')} characters long`));
}

function numberProblems({ maxIterations, maxTokens, timeoutMs }: LoopDefinition): FieldProblem[] {
  const { iterations, tokens, timeoutMs: time } = LOOP_LIMITS;
  const numbers = [
    ['maxIterations', maxIterations, iterations],
    ['maxTokens', maxTokens ?? tokens.min, tokens],
    ['timeoutMs', timeoutMs, time],
  ] as const;
  return numbers
    .filter(([, value, { min, max }]) => !Number.isInteger(value) || value < min || value > max)
    .map(([field, , { min, max }]) => problem(field, `must be a whole number from ${min} to ${max}`));
}

const URL_FAULT = `must be an http or https URL of at most ${LOOP_LIMITS.urlLength} characters`;

function isHttpUrl(text: string): boolean {
  if (text.length > LOOP_LIMITS.urlLength || !URL.canParse(text)) return false;
  return ['http:', 'https:'].includes(new URL(text).protocol);
}

function problem(field: string, message: string): FieldProblem {
  return { field, message: `${field} ${message}.` };
}

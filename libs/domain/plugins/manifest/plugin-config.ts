/**
 * A bot's configuration of a plugin. What is secret is taken out and stands there as a mask, in what is stored and in what is
 * shown alike; whoever sends the mask back means the secret that is kept.
 */
import type { JsonSchemas } from '#infra/json-schema';
import { type FieldProblem, invalidInput } from '#kernel';
import { PLUGIN_LIMITS, type PluginConfig, type PluginManifest } from '../plugins.types';
import { HEADERS_OPTION, valueFault } from './config-options';
import { headerFault } from './request-headers';

export const SECRET_MASK = '********';

type Asked = Pick<PluginManifest, 'kind' | 'configOptions' | 'configSchema'>;

export interface SplitConfig {
  /** Secrets are the mask. */
  config: PluginConfig;
  secrets: PluginConfig;
}

/** @param kept secrets of before @throws AppError `input.invalid` naming `config.<option>` */
export async function checkedConfig(
  asked: Asked,
  given: PluginConfig,
  kept: PluginConfig,
  schemas: JsonSchemas,
): Promise<SplitConfig> {
  const hidden = secretNames(asked);
  const known = withoutNull(given, kept, hidden);
  const problems = [...sizeProblems(known), ...optionProblems(asked, known)];
  if (problems.length === 0 && asked.configSchema !== null) {
    const verdict = await schemas.check(asked.configSchema, withDefaults(asked, known));
    if (verdict.outcome === 'unfit') problems.push(problem(verdict.field, verdict.message));
  }
  if (problems.length > 0) throw invalidInput(problems);
  return split(known, hidden);
}

/** As a plugin gets it: with the defaults of what is not given, and with the secrets. */
export function effectiveConfig(asked: Asked, config: PluginConfig, secrets: PluginConfig): PluginConfig {
  const plain = Object.entries(config).filter(([, value]) => value !== SECRET_MASK);
  return withDefaults(asked, { ...Object.fromEntries(plain), ...secrets });
}

/** As its owner sees it; an option may have become a secret since. */
export function shownConfig(asked: Asked, config: PluginConfig): PluginConfig {
  const hidden = secretNames(asked);
  return Object.fromEntries(
    Object.entries(config).map(([name, value]) => [name, hidden.has(name) ? SECRET_MASK : value]),
  );
}

/** Names of required options that have no value. */
export function missingOptions({ configOptions }: Asked, effective: PluginConfig): string[] {
  return configOptions
    .filter(({ name, required }) => required && effective[name] === undefined)
    .map(({ name }) => name);
}

function withDefaults({ configOptions }: Asked, config: PluginConfig): PluginConfig {
  const defaults = configOptions.flatMap(({ name, default: value }) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return { ...Object.fromEntries(defaults), ...config };
}

/** Options of type secret; in a schema, what is write-only or of format password. */
function secretNames({ configOptions, configSchema }: Asked): ReadonlySet<string> {
  const names = configOptions.filter(({ type }) => type === 'secret').map(({ name }) => name);
  const properties = Object.entries((configSchema?.properties ?? {}) as Record<string, PluginConfig | undefined>);
  const hidden = properties.filter(([, schema]) => schema?.writeOnly === true || schema?.format === 'password');
  return new Set([...names, ...hidden.map(([name]) => name)]);
}

/** Null is the same as absent; the mask is the secret of before. */
function withoutNull(given: PluginConfig, kept: PluginConfig, hidden: ReadonlySet<string>): PluginConfig {
  const entries = Object.entries(given).flatMap(([name, value]) => {
    const meant = hidden.has(name) && value === SECRET_MASK ? kept[name] : value;
    return meant === undefined || meant === null ? [] : [[name, meant] as const];
  });
  return Object.fromEntries(entries);
}

function sizeProblems(config: PluginConfig): FieldProblem[] {
  const { configBytes } = PLUGIN_LIMITS;
  if (Buffer.byteLength(JSON.stringify(config)) <= configBytes) return [];
  return [{ field: 'config', message: `config must be an object of at most ${configBytes} bytes as JSON.` }];
}

function optionProblems(asked: Asked, config: PluginConfig): FieldProblem[] {
  const effective = withDefaults(asked, config);
  const missing = missingOptions(asked, effective).map((name) => ({
    ...problem(name, 'must be given'),
    missing: true,
  }));
  const unfit = asked.configOptions.flatMap((option) => {
    const value = config[option.name];
    const fault = value === undefined ? undefined : valueFault(option, value);
    return fault === undefined ? [] : [problem(option.name, `must be ${fault}`)];
  });
  const headers = asked.kind === 'mcp' ? headerFault(config[HEADERS_OPTION.name]) : undefined;
  return [...missing, ...unfit, ...(headers === undefined ? [] : [problem(HEADERS_OPTION.name, `must be ${headers}`)])];
}

function split(config: PluginConfig, hidden: ReadonlySet<string>): SplitConfig {
  const secrets = Object.fromEntries(Object.entries(config).filter(([name]) => hidden.has(name)));
  const masks = Object.fromEntries(Object.keys(secrets).map((name) => [name, SECRET_MASK]));
  return { config: { ...config, ...masks }, secrets };
}

function problem(path: string, message: string): FieldProblem {
  const field = path === '' ? 'config' : `config.${path}`;
  return { field, message: `${field} ${message}.` };
}

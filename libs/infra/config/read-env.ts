import { ENV_SCHEMA, type Env, type EnvName } from './env.schema';

/** All faults of the environment at once, one sentence each; values are never repeated. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(['The configuration cannot be used:', ...faults.map((fault) => `  - ${fault}`)].join('\n'));
    this.name = 'ConfigError';
  }
}

/** @throws ConfigError naming every variable that is out of its range. An empty value counts as absent. */
export function readEnv(environment: Readonly<Record<string, string | undefined>>): Env {
  const faults: string[] = [];
  const entries = (Object.keys(ENV_SCHEMA) as EnvName[]).map((name) => {
    const parsed = ENV_SCHEMA[name].schema.safeParse(environment[name] || undefined);
    if (parsed.success) return [name, parsed.data];
    const reasons = parsed.error.issues.map((issue) => issue.message).join(', ');
    faults.push(`${name} ${reasons}. Meaning: ${ENV_SCHEMA[name].meaning}`);
    return [name, undefined];
  });
  if (faults.length > 0) throw new ConfigError(faults);
  return Object.fromEntries(entries) as Env;
}

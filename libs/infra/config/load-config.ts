import path from 'node:path';
import { Config } from './config';
import type { Env, EnvName } from './env.schema';
import { generatedSecret } from './generated-secrets';
import { ConfigError, readEnv } from './read-env';

const WORKER_APART =
  'WORKER_IN_API cannot be false without DATABASE_URL: the embedded database belongs to the process of the api alone.';
const NEEDS_ITS_PAIR =
  'S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY go together: set both, or neither to have credentials found as Amazon SDKs do.';
const needsBucket = (names: readonly string[]) =>
  `${names.join(', ')} cannot be used without S3_BUCKET, which names the bucket that keeps the files.`;
/** Those that mean nothing without S3_BUCKET; the region, which has a default, is not missed. */
const OF_THE_BUCKET = [
  'S3_ENDPOINT',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
  'S3_PREFIX',
  'S3_PATH_STYLE',
] as const satisfies readonly EnvName[];
const secretOfThisHost = (name: string) =>
  `${name} is not set, so one was made in DATA_DIR. Set it when more than one host runs Parley: they must share it.`;
const RESET_TOKENS_EXPOSED =
  'EXPOSE_RESET_TOKEN is on: whoever knows an e-mail address can take the account. It is meant for tests only.';

/**
 * The only reader of the process environment.
 *
 * @throws ConfigError with every fault at once.
 */
export function loadConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const env = readEnv(environment);
  const faults = contradictionsOf(env);
  if (faults.length > 0) throw new ConfigError(faults);
  const warnings = env.EXPOSE_RESET_TOKEN ? [RESET_TOKENS_EXPOSED] : [];
  const dataDir = path.resolve(env.DATA_DIR);
  const secret = (name: 'JWT_SECRET' | 'SECRETS_KEY') => {
    const given = env[name];
    if (given === undefined && env.DATABASE_URL !== undefined) warnings.push(secretOfThisHost(name));
    return given ?? generatedSecret(dataDir, name);
  };
  return new Config({ ...env, JWT_SECRET: secret('JWT_SECRET'), SECRETS_KEY: secret('SECRETS_KEY') }, warnings);
}

/** As `loadConfig`, with some settings in place of those of the process. @throws ConfigError */
export function loadConfigWith(settings: Readonly<Partial<Record<EnvName, string>>>): Config {
  return loadConfig({ ...process.env, ...settings });
}

/** Whether the operator gave it, so that nothing is made or assumed in its place. */
export function isSettingGiven(name: EnvName): boolean {
  return Boolean(process.env[name]);
}

/** Settings that are good each by itself, but not together. */
function contradictionsOf(env: Env): string[] {
  const faults: string[] = [];
  if (env.DATABASE_URL === undefined && env.WORKER_IN_API === false) faults.push(WORKER_APART);
  const ofNoBucket = OF_THE_BUCKET.filter((name) => env.S3_BUCKET === undefined && env[name] !== undefined);
  if (ofNoBucket.length > 0) faults.push(needsBucket(ofNoBucket));
  if ((env.S3_ACCESS_KEY_ID === undefined) !== (env.S3_SECRET_ACCESS_KEY === undefined)) faults.push(NEEDS_ITS_PAIR);
  return faults;
}

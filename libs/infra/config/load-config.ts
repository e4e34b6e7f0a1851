import path from 'node:path';
import { Config } from './config';
import { generatedSecrets } from './generated-secrets';
import { ConfigError, readEnv } from './read-env';

const WORKER_APART =
  'WORKER_IN_API cannot be false without DATABASE_URL: the embedded database belongs to the process of the api alone.';
const SECRET_OF_THIS_HOST =
  'JWT_SECRET is not set, so one was made in DATA_DIR. Set it when more than one host runs Parley: they must share it.';
const RESET_TOKENS_EXPOSED =
  'EXPOSE_RESET_TOKEN is on: whoever knows an e-mail address can take the account. It is meant for tests only.';

/**
 * The only reader of the process environment.
 *
 * @throws ConfigError with every fault at once.
 */
export function loadConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const env = readEnv(environment);
  if (env.DATABASE_URL === undefined && env.WORKER_IN_API === false) throw new ConfigError([WORKER_APART]);
  const warnings = env.EXPOSE_RESET_TOKEN ? [RESET_TOKENS_EXPOSED] : [];
  if (env.JWT_SECRET !== undefined) return new Config({ ...env, JWT_SECRET: env.JWT_SECRET }, warnings);
  if (env.DATABASE_URL !== undefined) warnings.push(SECRET_OF_THIS_HOST);
  return new Config({ ...env, ...generatedSecrets(path.resolve(env.DATA_DIR)) }, warnings);
}

import path from 'node:path';
import { Config } from './config';
import { generatedSecret } from './generated-secrets';
import { ConfigError, readEnv } from './read-env';

const WORKER_APART =
  'WORKER_IN_API cannot be false without DATABASE_URL: the embedded database belongs to the process of the api alone.';
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
  if (env.DATABASE_URL === undefined && env.WORKER_IN_API === false) throw new ConfigError([WORKER_APART]);
  const warnings = env.EXPOSE_RESET_TOKEN ? [RESET_TOKENS_EXPOSED] : [];
  const dataDir = path.resolve(env.DATA_DIR);
  const secret = (name: 'JWT_SECRET' | 'SECRETS_KEY') => {
    const given = env[name];
    if (given === undefined && env.DATABASE_URL !== undefined) warnings.push(secretOfThisHost(name));
    return given ?? generatedSecret(dataDir, name);
  };
  return new Config({ ...env, JWT_SECRET: secret('JWT_SECRET'), SECRETS_KEY: secret('SECRETS_KEY') }, warnings);
}

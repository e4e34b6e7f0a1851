import path from 'node:path';
import { Config } from './config';
import { generatedSecrets } from './generated-secrets';
import { ConfigError, readEnv } from './read-env';

const WORKER_APART =
  'WORKER_IN_API cannot be false without DATABASE_URL: the embedded database belongs to the process of the api alone.';

/**
 * The only reader of the process environment.
 *
 * @throws ConfigError with every fault at once.
 */
export function loadConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const env = readEnv(environment);
  if (env.DATABASE_URL === undefined && env.WORKER_IN_API === false) throw new ConfigError([WORKER_APART]);
  if (env.JWT_SECRET !== undefined) return new Config({ ...env, JWT_SECRET: env.JWT_SECRET });
  if (env.DATABASE_URL !== undefined) {
    throw new ConfigError([
      'JWT_SECRET is required with DATABASE_URL: 32 characters or more, the same for all processes.',
    ]);
  }
  return new Config({ ...env, ...generatedSecrets(path.resolve(env.DATA_DIR)) });
}

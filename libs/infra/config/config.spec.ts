import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { envExample, envTable } from './env-reference';
import { loadConfig } from './load-config';
import { ConfigError } from './read-env';

const emptyDataDir = () => mkdtempSync(path.join(os.tmpdir(), 'parley-config-'));

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    loadConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

describe('configuration', () => {
  test('without any variable describes the embedded mode', () => {
    const config = loadConfig({ DATA_DIR: emptyDataDir() });
    expect(config.database.url).toBeUndefined();
    expect(config.queue.workerInApi).toBe(true);
    expect(config.http.port).toBe(3000);
  });

  test('reports all faults at once, by name and range', () => {
    const faults = faultsOf({ PORT: 'ninety', RATE_LIMIT_MULTIPLIER: '0', JWT_SECRET: 'short' });
    expect(faults).toHaveLength(3);
    expect(faults[0]).toMatch(/^PORT must be a whole number from 0 to 65535\./);
    expect(faults[2]).toMatch(/^RATE_LIMIT_MULTIPLIER must be a number from 0.001 to 1000000\./);
    expect(faults[1]).toMatch(/^JWT_SECRET must have at least 32 characters\./);
  });

  test('never repeats the value of a secret', () => {
    expect(faultsOf({ JWT_SECRET: 'hunter2' }).join()).not.toContain('hunter2');
    expect(faultsOf({ DATABASE_URL: 'mysql://root:hunter2@db/x' }).join()).not.toContain('hunter2');
  });

  test('makes a secret once, readable by the owner only', () => {
    const dataDir = emptyDataDir();
    const first = loadConfig({ DATA_DIR: dataDir }).identity.jwtSecret;
    expect(loadConfig({ DATA_DIR: dataDir }).identity.jwtSecret).toBe(first);
    expect(statSync(path.join(dataDir, 'secrets.json')).mode & 0o077).toBe(0);
  });

  test('makes the key that seals secrets of teams beside the other', () => {
    const dataDir = emptyDataDir();
    const { key } = loadConfig({ DATA_DIR: dataDir }).secrets;
    expect(key).toHaveLength(32);
    expect(loadConfig({ DATA_DIR: dataDir }).secrets.key).toEqual(key);
    expect(faultsOf({ SECRETS_KEY: 'c2hvcnQ=' })[0]).toMatch(/^SECRETS_KEY must be 32 bytes in base64/);
  });

  test('reads how long a chat lives', () => {
    const lifetime = (text: string) =>
      loadConfig({ DATA_DIR: emptyDataDir(), CHAT_EXPIRE_TIME: text }).chats.chatLifetimeMs;
    expect(['1h', '2d', '1w', '1m', '1y'].map(lifetime)).toEqual(
      [1, 48, 168, 720, 8760].map((hours) => hours * 3_600_000),
    );
    expect(faultsOf({ CHAT_EXPIRE_TIME: '90' })[0]).toMatch(/^CHAT_EXPIRE_TIME must be/);
  });

  test('warns when each host would make secrets of its own', () => {
    const shared = { DATA_DIR: emptyDataDir(), DATABASE_URL: 'postgresql://localhost/parley' };
    const [jwt, sealing] = [/^JWT_SECRET is not set/, /^SECRETS_KEY is not set/].map((text) =>
      expect.stringMatching(text),
    );
    expect(loadConfig(shared).warnings).toEqual([jwt, sealing]);
    const secrets = { JWT_SECRET: 'x'.repeat(32), SECRETS_KEY: Buffer.alloc(32, 1).toString('base64') };
    expect(loadConfig({ ...shared, ...secrets }).warnings).toEqual([]);
    expect(loadConfig({ DATA_DIR: emptyDataDir() }).warnings).toEqual([]);
  });

  test('warns of an installation that gives out reset tokens', () => {
    const environment = { DATA_DIR: emptyDataDir(), EXPOSE_RESET_TOKEN: 'true' };
    expect(loadConfig(environment).warnings).toEqual([expect.stringMatching(/^EXPOSE_RESET_TOKEN is on/)]);
  });

  test('has a default model only when one is named, at OpenAI unless an address is given', () => {
    const dataDir = { DATA_DIR: emptyDataDir() };
    expect(loadConfig({ ...dataDir, DEFAULT_LLM_BASE_URL: 'http://llm/v1' }).defaultLlm).toBeUndefined();
    const named = { ...dataDir, DEFAULT_LLM_MODEL: 'small' };
    expect(loadConfig(named).defaultLlm).toMatchObject({ baseUrl: 'https://api.openai.com/v1', model: 'small' });
    expect(loadConfig({ ...named, DEFAULT_LLM_BASE_URL: 'http://llm/v1/' }).defaultLlm?.baseUrl).toBe('http://llm/v1');
  });

  test('lets the api run the jobs unless there is Redis to share them by', () => {
    const single = { DATA_DIR: emptyDataDir(), DATABASE_URL: 'postgresql://localhost/parley' };
    expect(loadConfig(single).queue.workerInApi).toBe(true);
    const production = { ...single, REDIS_URL: 'redis://localhost' };
    expect(loadConfig(production).queue.workerInApi).toBe(false);
    expect(loadConfig({ ...production, WORKER_IN_API: 'true' }).queue.workerInApi).toBe(true);
  });

  test('refuses a worker apart from the api with the embedded database, since nobody would run the jobs', () => {
    expect(faultsOf({ WORKER_IN_API: 'false' })[0]).toMatch(/^WORKER_IN_API cannot be false/);
  });

  test('keeps files in the data folder, in a folder of their own, or in a bucket', () => {
    const dataDir = emptyDataDir();
    const files = (environment: Record<string, string>) => loadConfig({ DATA_DIR: dataDir, ...environment }).blobStore;
    expect(files({})).toEqual({ folder: path.join(dataDir, 'blobs'), s3: undefined });
    expect(files({ BLOB_DIR: '/srv/files' }).folder).toBe('/srv/files');
    expect(files({ S3_BUCKET: 'files' }).s3).toEqual({
      bucket: 'files',
      endpoint: undefined,
      region: 'us-east-1',
      credentials: undefined,
      prefix: '',
      isPathStyle: false,
    });
  });

  test('reads a bucket of another server, which has its name in the path unless told', () => {
    const bucket = { DATA_DIR: emptyDataDir(), S3_BUCKET: 'files', S3_ENDPOINT: 'http://minio:9000' };
    const keys = { S3_ACCESS_KEY_ID: 'ada', S3_SECRET_ACCESS_KEY: 'hunter2' };
    expect(loadConfig({ ...bucket, ...keys, S3_PREFIX: 'parley/test/' }).blobStore.s3).toMatchObject({
      endpoint: 'http://minio:9000',
      credentials: { accessKeyId: 'ada', secretAccessKey: 'hunter2' },
      prefix: 'parley/test',
      isPathStyle: true,
    });
    expect(loadConfig({ ...bucket, S3_PATH_STYLE: 'false' }).blobStore.s3?.isPathStyle).toBe(false);
  });

  test('tells all settings of a bucket that do not go together, without values', () => {
    const faults = faultsOf({ S3_SECRET_ACCESS_KEY: 'hunter2', S3_PREFIX: 'parley' });
    expect(faults).toEqual([
      expect.stringMatching(/^S3_SECRET_ACCESS_KEY, S3_PREFIX cannot be used without S3_BUCKET/),
      expect.stringMatching(/^S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY go together/),
    ]);
    expect(faults.join()).not.toContain('hunter2');
    expect(faultsOf({ S3_BUCKET: 'a/b', S3_PREFIX: '../x', S3_ENDPOINT: 'minio' })).toHaveLength(3);
  });

  test('is what .env.example and docs/configuration.md say', () => {
    const root = path.resolve(__dirname, '../../..');
    expect(readFileSync(path.join(root, '.env.example'), 'utf8')).toBe(envExample());
    expect(readFileSync(path.join(root, 'docs/configuration.md'), 'utf8')).toContain(envTable());
  });
});

import { z } from 'zod';
import { bool, keyPrefix, number, optionalBool, url } from '../env-values';
import type { EnvVariable } from '../env-variable';

/** Where data are kept: database, Redis, files. */
export const STORE_VARIABLES = {
  DATA_DIR: {
    schema: z.string().min(1, 'must not be empty').default('./data'),
    defaultText: './data',
    meaning: 'Folder of the embedded database and of the secrets made at first start.',
  },
  DATABASE_URL: {
    schema: url('postgres:', 'postgresql:'),
    meaning: 'PostgreSQL 16+ with pgvector. Without it Parley runs its embedded database.',
    secret: true,
  },
  DATABASE_POOL_SIZE: {
    schema: number(10, 1, 200),
    defaultText: '10',
    meaning: 'Connections of one process to PostgreSQL; the embedded database always has 8.',
  },
  DATABASE_CONNECT_TIMEOUT_MS: {
    schema: number(10_000, 100, 600_000),
    defaultText: '10000',
    meaning: 'Milliseconds to wait for a connection to PostgreSQL, a free one of the pool included.',
  },
  DATABASE_PREPARED_STATEMENTS: {
    schema: bool(true),
    defaultText: 'true',
    meaning:
      'Whether connections keep prepared statements. Set false behind a pooler that does not, as PgBouncer before 1.21.',
  },
  DATABASE_STATEMENT_TIMEOUT_MS: {
    schema: number(30_000, 1_000, 3_600_000),
    defaultText: '30000',
    meaning: 'Milliseconds after which PostgreSQL ends a statement.',
  },
  DATABASE_MAX_QUERY_MS: {
    schema: number(120_000, 1_000, 3_600_000),
    defaultText: '120000',
    meaning:
      'Milliseconds after which a query of the embedded database counts as run away and the engine is restarted.',
  },
  REDIS_URL: {
    schema: url('redis:', 'rediss:'),
    meaning:
      'Redis 7+ for jobs (Bull), rate limits and notices between processes. Without it PostgreSQL carries jobs and notices, and each process counts rate limits for itself.',
    secret: true,
  },
  REDIS_KEY_PREFIX: {
    schema: z
      .string()
      .regex(/^[A-Za-z0-9_.-]{1,64}$/, 'must be 1 to 64 letters, digits, _, . or -')
      .default('parley'),
    defaultText: 'parley',
    meaning: 'Begins every key and channel in Redis, so that several installations can use one server.',
  },
  BLOB_DIR: {
    schema: z.string().max(1_024, 'must have at most 1024 characters').optional(),
    meaning:
      'Folder of files when S3_BUCKET is not set; processes on several hosts must share it. Default: blobs in DATA_DIR.',
  },
  S3_BUCKET: {
    schema: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{1,61}[A-Za-z0-9]$/, 'must be 3 to 63 letters, digits, ., - or _')
      .optional(),
    meaning: 'Bucket of an S3-compatible server that keeps the files. Without it they are kept in BLOB_DIR.',
  },
  S3_ENDPOINT: {
    schema: url('http:', 'https:'),
    meaning: 'Address of the server of S3_BUCKET, as https://minio.example.com. Without it that of Amazon S3.',
  },
  S3_REGION: {
    schema: z
      .string()
      .regex(/^[A-Za-z0-9-]{1,64}$/, 'must be 1 to 64 letters, digits or -')
      .default('us-east-1'),
    defaultText: 'us-east-1',
    meaning: 'Region of S3_BUCKET; most other servers than Amazon S3 take any.',
  },
  S3_ACCESS_KEY_ID: {
    schema: z.string().max(256, 'must have at most 256 characters').optional(),
    meaning:
      'Access key for S3_BUCKET, with S3_SECRET_ACCESS_KEY. Without both, credentials are found as Amazon SDKs do: environment, files, role of the machine.',
  },
  S3_SECRET_ACCESS_KEY: {
    schema: z
      .string()
      .regex(/^\S{1,1024}$/, 'must have 1 to 1024 characters, and no blanks')
      .optional(),
    meaning: 'Secret key for S3_BUCKET.',
    secret: true,
  },
  S3_PREFIX: {
    schema: keyPrefix,
    meaning: 'Begins the name of every object in S3_BUCKET, so that several installations can use one bucket.',
  },
  S3_PATH_STYLE: {
    schema: optionalBool,
    meaning:
      'Whether S3_BUCKET stands in the path of addresses and not in their host name. Default: true with S3_ENDPOINT, false without.',
  },
} satisfies Record<string, EnvVariable>;

import { z } from 'zod';
import { apiUrl, bool, FALSE, keyPrefix, lifetime, number, optionalBool, TRUE, url, waits } from './env-values';

/**
 * Every environment variable that Parley reads: its type, default and meaning. `.env.example` and the table in
 * `docs/configuration.md` are generated from it. A secret never has a default here.
 */
export interface EnvVariable {
  schema: z.ZodType<unknown, string | undefined>;
  /** Shown in the docs; undefined means there is none. */
  defaultText?: string;
  meaning: string;
  secret?: boolean;
}

export const ENV_SCHEMA = {
  PORT: { schema: number(3000, 0, 65_535), defaultText: '3000', meaning: 'Port of the api; 0 takes a free one.' },
  HOST: { schema: z.string().default('0.0.0.0'), defaultText: '0.0.0.0', meaning: 'Address that the api listens on.' },
  PUBLIC_URL: {
    schema: url('http:', 'https:'),
    meaning: 'Address under which clients reach the api; in links and in the OpenAPI documents.',
  },
  TRUST_PROXY: {
    schema: z
      .string()
      .default('false')
      .transform((text) =>
        /^\d+$/.test(text) ? Number(text) : TRUE.test(text) ? true : FALSE.test(text) ? false : text,
      ),
    defaultText: 'false',
    meaning: 'Whether X-Forwarded-For is believed: true, false, a number of proxies, or a list of their addresses.',
  },
  CORS_ORIGINS: {
    schema: z
      .string()
      .default('*')
      .transform((text) =>
        text
          .split(',')
          .map((origin) => origin.trim())
          .filter(Boolean),
      ),
    defaultText: '*',
    meaning: 'Origins, separated by commas, whose pages may call the api; * allows all.',
  },
  MCP_ALLOWED_HOSTS: {
    schema: z
      .string()
      .default('')
      .transform((text) =>
        text
          .split(',')
          .map((host) => host.trim())
          .filter(Boolean),
      ),
    meaning:
      'Host names, separated by commas, by which /mcp may be called beside those of PUBLIC_URL and CORS_ORIGINS, addresses, and names without a dot; * allows all.',
  },
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
  WORKER_IN_API: {
    schema: optionalBool,
    meaning:
      'Whether the api also runs the jobs. Default: true without REDIS_URL; with it workers of their own run them.',
  },
  WORKER_PORT: {
    schema: number(3001, 0, 65_535),
    defaultText: '3001',
    meaning: 'Port of the health and metrics pages of a worker process; 0 takes a free one.',
  },
  SHUTDOWN_GRACE_MS: {
    schema: number(25_000, 0, 600_000),
    defaultText: '25000',
    meaning: 'Milliseconds that running requests and jobs get to end after SIGTERM, before they are cut off.',
  },
  JWT_SECRET: {
    schema: z.string().min(32, 'must have at least 32 characters').optional(),
    meaning:
      'Signs access tokens, 32 characters or more, the same for all processes. Without it one is made in DATA_DIR.',
    secret: true,
  },
  ADMIN_EMAIL: {
    schema: z.email('must be an e-mail address').default('admin@example.com'),
    defaultText: 'admin@example.com',
    meaning: 'E-mail of the administrator made at first start.',
  },
  ADMIN_USERNAME: {
    schema: z.string().min(3, 'must have 3 to 64 characters').max(64, 'must have 3 to 64 characters').default('admin'),
    defaultText: 'admin',
    meaning: 'Name of the administrator made at first start.',
  },
  ADMIN_PASSWORD: {
    schema: z
      .string()
      .min(8, 'must have at least 8 characters')
      .max(256, 'must have at most 256 characters')
      .optional(),
    meaning: 'Password of the administrator made at first start; without it one is made and printed once.',
    secret: true,
  },
  SMTP_URL: {
    schema: url('smtp:', 'smtps:'),
    meaning: 'Mail server, as smtps://user:password@host. Without it mails are written to the log of the operator.',
    secret: true,
  },
  MAIL_FROM: {
    schema: z
      .string()
      .min(3, 'must not be empty')
      .max(320, 'must have at most 320 characters')
      .default('Parley <parley@localhost>'),
    defaultText: 'Parley <parley@localhost>',
    meaning: 'Sender of mails.',
  },
  EXPOSE_RESET_TOKEN: {
    schema: bool(false),
    defaultText: 'false',
    meaning:
      'Whether the answer to a password reset request carries the token. For tests only: anybody could take any account.',
  },
  AUDIT_LOG_DAYS: {
    schema: number(400, 1, 3_650),
    defaultText: '400',
    meaning: 'Days that entries of the audit log are kept.',
  },
  DEFAULT_LLM_BASE_URL: {
    schema: url('http:', 'https:'),
    meaning: 'OpenAI-compatible API of the default model. Without it, and with DEFAULT_LLM_MODEL, that of OpenAI.',
  },
  DEFAULT_LLM_API_KEY: {
    schema: z.string().optional(),
    meaning: 'Key for DEFAULT_LLM_BASE_URL.',
    secret: true,
  },
  DEFAULT_LLM_MODEL: {
    schema: z.string().max(200, 'must have at most 200 characters').optional(),
    meaning: 'Model that answers unless a bot names another. Without it the built-in extractive model does.',
  },
  DEFAULT_EMBEDDING_MODEL: {
    schema: z.string().max(200, 'must have at most 200 characters').optional(),
    meaning:
      'Embedding model of DEFAULT_LLM_BASE_URL for bases that name none. Without it they are searched by words alone.',
  },
  DEFAULT_LLM_TIMEOUT_MS: {
    schema: number(60_000, 100, 600_000),
    defaultText: '60000',
    meaning: 'Milliseconds that the default model may take to begin its answer, and then between two pieces of it.',
  },
  SECRETS_KEY: {
    schema: z
      .string()
      .refine(
        (text) => Buffer.from(text, 'base64').length === 32,
        'must be 32 bytes in base64, as openssl rand -base64 32',
      )
      .optional(),
    meaning:
      'Seals credentials of models and other secrets of teams: 32 bytes in base64, the same for all processes. Without it one is made in DATA_DIR.',
    secret: true,
  },
  ALLOW_PRIVATE_ADDRESSES: {
    schema: bool(false),
    defaultText: 'false',
    meaning:
      'Whether addresses that teams give (models, webhooks, pages) may be loopback, private or link-local ones. For development and tests on one machine.',
  },
  METRICS_TOKEN: {
    schema: z.string().min(16, 'must have at least 16 characters').optional(),
    meaning:
      'Opens the metrics to a bearer of it, 16 characters or more. Without it only administrators see those of the api.',
    secret: true,
  },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    schema: url('http:', 'https:'),
    meaning: 'OpenTelemetry collector (OTLP over HTTP) that traces are sent to. Without it none are made.',
  },
  OTEL_SERVICE_NAME: {
    schema: z.string().min(1).max(128, 'must have at most 128 characters').default('parley'),
    defaultText: 'parley',
    meaning: 'Name of this installation in traces.',
  },
  OTEL_TRACES_SAMPLER_ARG: {
    schema: number(1, 0, 1, false),
    defaultText: '1',
    meaning: 'Share of traces that are kept, 0 to 1, when the caller has not decided.',
  },
  DOCS_PUBLIC: {
    schema: bool(true),
    defaultText: 'true',
    meaning:
      'Whether the docs page and the OpenAPI documents are open to all; else any key or login of a team opens them.',
  },
  RATE_LIMIT_MULTIPLIER: {
    schema: number(1, 0.001, 1_000_000, false),
    defaultText: '1',
    meaning: 'Scales every rate limit.',
  },
  MAX_CONCURRENT_REQUESTS: {
    schema: number(1_000, 1, 1_000_000),
    defaultText: '1000',
    meaning:
      'Requests that one process serves side by side; further ones get 503. Streams count until their first frame.',
  },
  MAX_EVENT_LOOP_DELAY_MS: {
    schema: number(250, 10, 60_000),
    defaultText: '250',
    meaning: 'How late, in milliseconds, a busy process may get to its work before it turns requests away with 503.',
  },
  MAX_DATABASE_WAIT_MS: {
    schema: number(1_000, 10, 60_000),
    defaultText: '1000',
    meaning:
      'How long, in milliseconds, calls may wait for a connection to the database before requests are turned away with 503.',
  },
  MAX_UPLOAD_MB: {
    schema: number(25, 1, 1_024),
    defaultText: '25',
    meaning: 'Largest accepted request body, in MiB.',
  },
  HTTP_MAX_CONNECTIONS: {
    schema: number(10_000, 1, 1_000_000),
    defaultText: '10000',
    meaning: 'Connections that one API process holds; further ones are closed at once.',
  },
  INTENT_MODEL_CACHE_MB: {
    schema: number(256, 16, 65_536),
    defaultText: '256',
    meaning: 'Memory of one process for the trained intent models of the chatbots that it answers for, in MiB.',
  },
  SEARCH_CACHE_MB: {
    schema: number(256, 4, 65_536),
    defaultText: '256',
    meaning:
      'Memory of one process for the parts of the word indexes that its searches have read, in MiB. Those of 100,000 passages have about 25.',
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
  SESSION_IDLE_MINUTES: {
    schema: number(30, 1, 525_600),
    defaultText: '30',
    meaning: 'Minutes without a message after which a conversation counts as ended.',
  },
  CHAT_EXPIRE_TIME: {
    schema: lifetime('1h'),
    defaultText: '1h',
    meaning: 'How long a chat of the bots API lives after its last message: a number with h, d, w, m (30 days) or y.',
  },
  CONFIDENCE_THRESHOLD: {
    schema: number(0.75, 0, 1, false),
    defaultText: '0.75',
    meaning:
      'Confidence (0 to 1) below which a reply of the support API sends the conversation to a person, unless the bot says otherwise.',
  },
  WEBHOOK_TIMEOUT_MS: {
    schema: number(10_000, 100, 60_000),
    defaultText: '10000',
    meaning: 'Milliseconds that a receiver of webhooks has for its answer.',
  },
  WEBHOOK_RETRY_SCHEDULE: {
    schema: waits('0s,5s,5m,30m,2h,5h,10h,14h,20h,24h'),
    defaultText: '0s,5s,5m,30m,2h,5h,10h,14h,20h,24h',
    meaning:
      'Waits before the first and each further attempt to deliver a webhook event, separated by commas: numbers with s, m, h or d. After the last it has failed.',
  },
  WEBHOOK_DISABLE_AFTER_DAYS: {
    schema: number(5, 0.01, 365, false),
    defaultText: '5',
    meaning: 'Days of failures without a success after which a webhook is switched off and its team is told by mail.',
  },
  WEBHOOK_LOG_DAYS: {
    schema: number(30, 1, 3_650),
    defaultText: '30',
    meaning: 'Days that the log of webhook deliveries is kept, and with it what can be replayed.',
  },
  WEB_SOURCES_DELAY_MS: {
    schema: number(500, 0, 60_000),
    defaultText: '500',
    meaning:
      'Least wait in milliseconds between two requests of web sources to the same host; a site may ask for more in its robots.txt.',
  },
  CHANNELS_LIVE: {
    schema: bool(false),
    defaultText: 'false',
    meaning:
      'Whether messengers are really called. Without it channels take messages and answer none: nothing is sent, registered or tried out.',
  },
  TELEGRAM_API_URL: {
    schema: apiUrl('https://api.telegram.org'),
    defaultText: 'https://api.telegram.org',
    meaning: 'Where the Bot API of Telegram is, for channels that name no address of their own.',
  },
  SLACK_API_URL: {
    schema: apiUrl('https://slack.com/api'),
    defaultText: 'https://slack.com/api',
    meaning: 'Where the Web API of Slack is, for channels that name no address of their own.',
  },
  DISCORD_API_URL: {
    schema: apiUrl('https://discord.com/api'),
    defaultText: 'https://discord.com/api',
    meaning: 'Where the HTTP API of Discord is, without its version, for channels that name no address of their own.',
  },
  WHATSAPP_API_URL: {
    schema: apiUrl('https://graph.facebook.com'),
    defaultText: 'https://graph.facebook.com',
    meaning: 'Where the Graph API of WhatsApp is, without its version, for channels that name no address of their own.',
  },
  LOG_LEVEL: {
    schema: z
      .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
        error: 'must be one of trace, debug, info, warn, error, fatal, silent',
      })
      .default('info'),
    defaultText: 'info',
    meaning: 'Least level of log lines: trace, debug, info, warn, error, fatal or silent.',
  },
} satisfies Record<string, EnvVariable>;

export type EnvName = keyof typeof ENV_SCHEMA;
export type Env = { [Name in EnvName]: z.output<(typeof ENV_SCHEMA)[Name]['schema']> };

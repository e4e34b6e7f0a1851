import path from 'node:path';
import { DAY_MS } from '#kernel';
import type { Env } from './env.schema';

/** Everything that the environment decides, read once at start and frozen. Also the injection token. */
export class Config {
  readonly http: {
    port: number;
    host: string;
    /** Without a trailing slash; undefined when the operator gave none. */
    publicUrl: string | undefined;
    trustProxy: boolean | number | string;
    corsOrigins: readonly string[];
    maxBodyBytes: number;
    /** Of one process. */
    maxConnections: number;
    docsPublic: boolean;
    rateLimitMultiplier: number;
    /** From which on requests are turned away. */
    overload: { maxRequests: number; maxLoopDelayMs: number; maxDatabaseWaitMs: number };
  };
  readonly database: {
    /** Undefined means the embedded database. */
    url: string | undefined;
    /** Absolute. */
    dataDir: string;
    poolSize: number;
    connectTimeoutMs: number;
    preparesStatements: boolean;
    statementTimeoutMs: number;
    maxQueryMs: number;
  };
  /** Undefined means that PostgreSQL does what Redis would. */
  readonly redis: { url: string; keyPrefix: string } | undefined;
  readonly queue: { workerInApi: boolean };
  readonly worker: { port: number; host: string };
  readonly shutdown: { graceMs: number };
  readonly identity: {
    jwtSecret: string;
    admin: { email: string; username: string; password: string | undefined };
    exposeResetToken: boolean;
  };
  readonly audit: { retentionMs: number };
  readonly blobStore: {
    /** Absolute; used when there is no bucket. */
    folder: string;
    s3:
      | {
          bucket: string;
          /** Undefined means Amazon's. */
          endpoint: string | undefined;
          region: string;
          /** Undefined means that the vendor's library looks for some. */
          credentials: { accessKeyId: string; secretAccessKey: string } | undefined;
          /** Without a slash at its end; empty for none. */
          prefix: string;
          isPathStyle: boolean;
        }
      | undefined;
  };
  /** Without `smtpUrl` mails go to the log. */
  readonly mail: { smtpUrl: string | undefined; from: string };
  /** Undefined means the built-in model. */
  readonly defaultLlm: { baseUrl: string; apiKey: string | undefined; model: string; timeoutMs: number } | undefined;
  /** Undefined means that no base has vectors unless a model is named for it. */
  readonly defaultEmbedding:
    | { baseUrl: string; apiKey: string | undefined; model: string; timeoutMs: number }
    | undefined;
  /** 32 bytes for AES-256-GCM. */
  readonly secrets: { key: Buffer };
  readonly outgoing: { allowsPrivateAddresses: boolean };
  readonly metrics: { token: string | undefined };
  /** Undefined means that no traces are made. `sampleRatio` is 0 to 1. */
  readonly tracing: { endpoint: string; serviceName: string; sampleRatio: number } | undefined;
  /** Names by which the MCP server may be called, beside those that are known anyway; `*` for all. */
  readonly mcp: { allowedHosts: readonly string[] };
  readonly chats: { sessionIdleMs: number; chatLifetimeMs: number };
  /** A reply of the support API that is less sure, 0 to 1, sends the conversation to a person. */
  readonly support: { confidenceThreshold: number };
  /** Of trained intent models, in one process. */
  readonly training: { modelCacheBytes: number };
  /** Of posting lists, in one process. */
  readonly search: { cacheBytes: number };
  readonly webhooks: {
    timeoutMs: number;
    /** Waits before the first and each further attempt. */
    retryScheduleMs: readonly number[];
    disableAfterMs: number;
    logRetentionMs: number;
  };
  /** `delayMs` between two requests to the same host. */
  readonly webSources: { delayMs: number };
  readonly channels: {
    /** False: no messenger is called. */
    isLive: boolean;
    /** Without a slash at their ends. */
    telegramApiUrl: string;
    slackApiUrl: string;
    discordApiUrl: string;
    whatsappApiUrl: string;
  };
  readonly logging: { level: Env['LOG_LEVEL'] };

  constructor(
    env: Env & { JWT_SECRET: string; SECRETS_KEY: string },
    /** What works, but the operator should know; logged at start. */
    readonly warnings: readonly string[],
  ) {
    const embedded = env.DATABASE_URL === undefined;
    this.http = {
      port: env.PORT,
      host: env.HOST,
      publicUrl: env.PUBLIC_URL?.replace(/\/+$/, ''),
      trustProxy: env.TRUST_PROXY,
      corsOrigins: env.CORS_ORIGINS,
      maxBodyBytes: env.MAX_UPLOAD_MB * 1024 * 1024,
      maxConnections: env.HTTP_MAX_CONNECTIONS,
      docsPublic: env.DOCS_PUBLIC,
      rateLimitMultiplier: env.RATE_LIMIT_MULTIPLIER,
      overload: {
        maxRequests: env.MAX_CONCURRENT_REQUESTS,
        maxLoopDelayMs: env.MAX_EVENT_LOOP_DELAY_MS,
        maxDatabaseWaitMs: env.MAX_DATABASE_WAIT_MS,
      },
    };
    this.database = {
      url: env.DATABASE_URL,
      dataDir: path.resolve(env.DATA_DIR),
      poolSize: embedded ? 8 : env.DATABASE_POOL_SIZE,
      connectTimeoutMs: env.DATABASE_CONNECT_TIMEOUT_MS,
      preparesStatements: env.DATABASE_PREPARED_STATEMENTS,
      statementTimeoutMs: env.DATABASE_STATEMENT_TIMEOUT_MS,
      maxQueryMs: env.DATABASE_MAX_QUERY_MS,
    };
    this.redis = env.REDIS_URL === undefined ? undefined : { url: env.REDIS_URL, keyPrefix: env.REDIS_KEY_PREFIX };
    this.worker = { port: env.WORKER_PORT, host: env.HOST };
    this.shutdown = { graceMs: env.SHUTDOWN_GRACE_MS };
    this.queue = { workerInApi: env.WORKER_IN_API ?? env.REDIS_URL === undefined };
    this.identity = {
      jwtSecret: env.JWT_SECRET,
      admin: { email: env.ADMIN_EMAIL, username: env.ADMIN_USERNAME, password: env.ADMIN_PASSWORD },
      exposeResetToken: env.EXPOSE_RESET_TOKEN,
    };
    this.audit = { retentionMs: env.AUDIT_LOG_DAYS * DAY_MS };
    this.blobStore = {
      folder: path.resolve(env.BLOB_DIR ?? path.join(env.DATA_DIR, 'blobs')),
      s3: bucketOf(env),
    };
    this.mail = { smtpUrl: env.SMTP_URL, from: env.MAIL_FROM };
    this.defaultLlm = defaultModelOf(env, env.DEFAULT_LLM_MODEL);
    this.defaultEmbedding = defaultModelOf(env, env.DEFAULT_EMBEDDING_MODEL);
    this.secrets = { key: Buffer.from(env.SECRETS_KEY, 'base64') };
    this.outgoing = { allowsPrivateAddresses: env.ALLOW_PRIVATE_ADDRESSES };
    this.metrics = { token: env.METRICS_TOKEN };
    this.tracing = tracingOf(env);
    this.mcp = { allowedHosts: env.MCP_ALLOWED_HOSTS };
    this.support = { confidenceThreshold: env.CONFIDENCE_THRESHOLD };
    this.chats = { sessionIdleMs: env.SESSION_IDLE_MINUTES * 60_000, chatLifetimeMs: env.CHAT_EXPIRE_TIME };
    this.search = { cacheBytes: env.SEARCH_CACHE_MB * 1024 * 1024 };
    this.training = { modelCacheBytes: env.INTENT_MODEL_CACHE_MB * 1024 * 1024 };
    this.webhooks = {
      timeoutMs: env.WEBHOOK_TIMEOUT_MS,
      retryScheduleMs: env.WEBHOOK_RETRY_SCHEDULE,
      disableAfterMs: env.WEBHOOK_DISABLE_AFTER_DAYS * DAY_MS,
      logRetentionMs: env.WEBHOOK_LOG_DAYS * DAY_MS,
    };
    this.webSources = { delayMs: env.WEB_SOURCES_DELAY_MS };
    this.channels = {
      isLive: env.CHANNELS_LIVE,
      telegramApiUrl: env.TELEGRAM_API_URL,
      slackApiUrl: env.SLACK_API_URL,
      discordApiUrl: env.DISCORD_API_URL,
      whatsappApiUrl: env.WHATSAPP_API_URL,
    };
    this.logging = { level: env.LOG_LEVEL };
    Object.freeze(this);
  }
}

const OPENAI_BASE_URL = 'https://api.openai.com/v1';

function defaultModelOf(env: Env, model: string | undefined): Config['defaultLlm'] {
  if (model === undefined) return undefined;
  return {
    baseUrl: (env.DEFAULT_LLM_BASE_URL ?? OPENAI_BASE_URL).replace(/\/+$/, ''),
    apiKey: env.DEFAULT_LLM_API_KEY,
    model,
    timeoutMs: env.DEFAULT_LLM_TIMEOUT_MS,
  };
}

function bucketOf(env: Env): Config['blobStore']['s3'] {
  if (env.S3_BUCKET === undefined) return undefined;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  return {
    bucket: env.S3_BUCKET,
    endpoint: env.S3_ENDPOINT,
    region: env.S3_REGION,
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined,
    prefix: env.S3_PREFIX ?? '',
    isPathStyle: env.S3_PATH_STYLE ?? env.S3_ENDPOINT !== undefined,
  };
}

function tracingOf(env: Env): Config['tracing'] {
  if (env.OTEL_EXPORTER_OTLP_ENDPOINT === undefined) return undefined;
  return {
    endpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT.replace(/\/+$/, ''),
    serviceName: env.OTEL_SERVICE_NAME,
    sampleRatio: env.OTEL_TRACES_SAMPLER_ARG,
  };
}

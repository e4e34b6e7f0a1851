import path from 'node:path';
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
    docsPublic: boolean;
    rateLimitMultiplier: number;
  };
  readonly database: {
    /** Undefined means the embedded database. */
    url: string | undefined;
    /** Absolute. */
    dataDir: string;
    poolSize: number;
    statementTimeoutMs: number;
    maxQueryMs: number;
  };
  readonly queue: { workerInApi: boolean };
  readonly identity: {
    jwtSecret: string;
    admin: { email: string; username: string; password: string | undefined };
  };
  readonly chats: { sessionIdleMs: number };
  readonly logging: { level: Env['LOG_LEVEL'] };

  constructor(env: Env & { JWT_SECRET: string }) {
    const embedded = env.DATABASE_URL === undefined;
    this.http = {
      port: env.PORT,
      host: env.HOST,
      publicUrl: env.PUBLIC_URL?.replace(/\/+$/, ''),
      trustProxy: env.TRUST_PROXY,
      corsOrigins: env.CORS_ORIGINS,
      maxBodyBytes: env.MAX_UPLOAD_MB * 1024 * 1024,
      docsPublic: env.DOCS_PUBLIC,
      rateLimitMultiplier: env.RATE_LIMIT_MULTIPLIER,
    };
    this.database = {
      url: env.DATABASE_URL,
      dataDir: path.resolve(env.DATA_DIR),
      poolSize: embedded ? 8 : env.DATABASE_POOL_SIZE,
      statementTimeoutMs: env.DATABASE_STATEMENT_TIMEOUT_MS,
      maxQueryMs: env.DATABASE_MAX_QUERY_MS,
    };
    this.queue = { workerInApi: env.WORKER_IN_API ?? embedded };
    this.identity = {
      jwtSecret: env.JWT_SECRET,
      admin: { email: env.ADMIN_EMAIL, username: env.ADMIN_USERNAME, password: env.ADMIN_PASSWORD },
    };
    this.chats = { sessionIdleMs: env.SESSION_IDLE_MINUTES * 60_000 };
    this.logging = { level: env.LOG_LEVEL };
    Object.freeze(this);
  }
}

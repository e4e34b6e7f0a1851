import { z } from 'zod';

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

const TRUE = /^(true|1|yes|on)$/i;
const FALSE = /^(false|0|no|off)$/i;

const bool = (fallback: boolean) =>
  z
    .string()
    .default(String(fallback))
    .refine((text) => TRUE.test(text) || FALSE.test(text), 'must be true or false')
    .transform((text) => TRUE.test(text));

const optionalBool = z
  .string()
  .refine((text) => TRUE.test(text) || FALSE.test(text), 'must be true or false')
  .transform((text) => TRUE.test(text))
  .optional();

const number = (fallback: number, min: number, max: number, integer = true) =>
  z
    .string()
    .default(String(fallback))
    .refine((text) => /^\d+(\.\d+)?$/.test(text) && (!integer || Number.isInteger(Number(text))), {
      message: `must be ${integer ? 'a whole number' : 'a number'} from ${min} to ${max}`,
      abort: true,
    })
    .transform(Number)
    .refine(
      (value) => value >= min && value <= max,
      `must be ${integer ? 'a whole number' : 'a number'} from ${min} to ${max}`,
    );

const url = (...protocols: string[]) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `must be an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
    )
    .optional();

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
  WORKER_IN_API: {
    schema: optionalBool,
    meaning: 'Whether the api also runs the jobs. Default: true with the embedded database, else false.',
  },
  JWT_SECRET: {
    schema: z.string().min(32, 'must have at least 32 characters').optional(),
    meaning: 'Signs access tokens, 32 characters or more. With the embedded database it is made at first start.',
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
  MAX_UPLOAD_MB: {
    schema: number(25, 1, 1_024),
    defaultText: '25',
    meaning: 'Largest accepted request body, in MiB.',
  },
  SESSION_IDLE_MINUTES: {
    schema: number(30, 1, 525_600),
    defaultText: '30',
    meaning: 'Minutes without a message after which a conversation counts as ended.',
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

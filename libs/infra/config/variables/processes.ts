import { z } from 'zod';
import { FALSE, number, optionalBool, TRUE, url } from '../env-values';
import type { EnvVariable } from '../env-variable';

/** Where the processes listen, and how they come and go. */
export const PROCESS_VARIABLES = {
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
} satisfies Record<string, EnvVariable>;

import { number } from '../env-values';
import type { EnvVariable } from '../env-variable';

/** How much one process takes on, and how much memory its caches have. */
export const LIMIT_VARIABLES = {
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
    schema: number(500, 10, 60_000),
    defaultText: '500',
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
} satisfies Record<string, EnvVariable>;

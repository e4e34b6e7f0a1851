import {
  type Credential,
  credentialInHeaders,
  type Dialect,
  type RateLimit,
  type RequestHead,
  UUID_IDS,
} from '#infra/http';
import { MINUTE_MS } from '#kernel';
import { CRIABOT_ERROR_SCHEMA, renderCriabotFailure } from './criabot.errors';
import { CRIABOT_TAGS } from './criabot.tags';

/** The documents state no limit; this one only stops runaway scripts. */
const PER_MINUTE = 600;

/** Paths at the root that are asked by monitors and browsers rather than by clients of the API. */
const UNCOUNTED = /^\/(?:$|(?:docs|demo)(?:\/|$)|openapi(?:\.json|\/))/;
const HEALTH = /^\/health(?:_check)?\/?$/;

/** Owns the root, and with it every path that no other dialect claims. */
export const criabot: Dialect = {
  name: 'criabot',
  mounts: [{ path: '/' }],
  ids: UUID_IDS,
  readCredential: (request) => credentialInHeaders(request) ?? keyInQuery(request),
  renderFailure: renderCriabotFailure,
  rateLimit: criabotRateLimit,
  isVital: ({ path }) => HEALTH.test(path),
  docs: {
    title: 'Parley: bots (criabot)',
    description:
      'Bots by name, their documents and questions, and chats, in the envelope `{status, message, timestamp, code}`.',
    path: '/openapi/criabot.json',
    tags: CRIABOT_TAGS,
    securitySchemes: {
      apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key', description: 'API key of a team or of a bot.' },
      apiKeyQuery: { type: 'apiKey', in: 'query', name: 'api_key', description: 'The same key as a query parameter.' },
    },
    errorSchema: CRIABOT_ERROR_SCHEMA,
  },
};

function keyInQuery({ query }: RequestHead): Credential | undefined {
  const key = query.api_key ?? query['x-api-key'];
  return typeof key === 'string' && key !== '' ? { type: 'key', value: key } : undefined;
}

function criabotRateLimit({ path }: RequestHead): RateLimit | undefined {
  if (UNCOUNTED.test(path)) return undefined;
  return { bucket: 'requests', limit: PER_MINUTE, windowMs: MINUTE_MS, exempt: HEALTH.test(path) };
}

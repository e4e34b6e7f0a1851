import { credentialInHeaders, type Dialect, type RateLimit } from '#infra/http';
import { type Actor, MINUTE_MS, type Plan } from '#kernel';
import { ASSISTANT_ERROR_SCHEMA, renderAssistantFailure } from './assistant.errors';
import { ASSISTANT_IDS } from './assistant.ids';
import { ASSISTANT_TAGS } from './assistant.tags';

/** Requests of a team: standard, standard, premium, enterprise. */
const PER_MINUTE: Record<Plan, number> = { free: 100, starter: 100, pro: 500, enterprise: 2_000 };

/** Everything below `/api` but `/api/v1`, which longer mounts take. */
export const assistant: Dialect = {
  name: 'assistant',
  mounts: [{ path: '/api' }],
  ids: ASSISTANT_IDS,
  readCredential: credentialInHeaders,
  renderFailure: renderAssistantFailure,
  rateLimit: (_request, actor) => assistantRateLimit(actor),
  docs: {
    title: 'Parley: assistant',
    description:
      'Chats with the default bot of the team, documents that are worked on, files and notes that the bot knows, and webhooks. Bare objects in snake_case.',
    path: '/openapi/assistant.json',
    tags: ASSISTANT_TAGS,
    securitySchemes: {
      bearer: { type: 'http', scheme: 'bearer', description: 'API key of a team, or the access token of a login.' },
      apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key', description: 'The same key in a header of its own.' },
    },
    errorSchema: ASSISTANT_ERROR_SCHEMA,
  },
};

function assistantRateLimit(actor: Actor | undefined): RateLimit {
  return { bucket: 'requests', limit: PER_MINUTE[actor?.plan ?? 'free'], windowMs: MINUTE_MS, per: 'team' };
}

import { credentialInHeaders, type Dialect, prefixedIds, type RateLimit } from '#infra/http';
import { type Actor, MINUTE_MS, type Plan } from '#kernel';
import { OPENAI_ERROR_SCHEMA, renderOpenAiFailure } from './openai.errors';
import { OPENAI_TAGS } from './openai.tags';

/** Requests per minute of one key. */
const PER_MINUTE: Record<Plan, number> = { free: 60, starter: 120, pro: 500, enterprise: 2_000 };

const DESCRIPTION = `Every bot of the team as a model, for programs that speak OpenAI's API: point their base URL to \`/openai/v1\` and give a key
of the team. A model is named by the slug of the bot. The bot's instructions, knowledge, personality and plugins are in each answer; the
caller keeps the history, and calls their own tools.

**Errors** are \`{"error": {"message", "type", "param", "code"}}\`.

**Limits** are counted per key and minute: free 60, starter 120, pro 500, enterprise 2,000.`;

/** OpenAI's API reference of November 2026: models, chat completions, responses, embeddings. */
export const openai: Dialect = {
  name: 'openai',
  mounts: [{ path: '/openai/v1' }],
  ids: prefixedIds({ response: 'resp', message: 'msg', document: 'file', call: 'fc' }),
  readCredential: credentialInHeaders,
  renderFailure: renderOpenAiFailure,
  rateLimit: (_request, actor) => openAiRateLimit(actor),
  docs: {
    title: 'Parley: OpenAI',
    description: DESCRIPTION,
    path: '/openapi/openai.json',
    tags: OPENAI_TAGS,
    securitySchemes: {
      bearer: {
        type: 'http',
        scheme: 'bearer',
        description: 'API key of a team or of a bot, or the access token of a login.',
      },
      apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key', description: 'The same key in a header of its own.' },
    },
    errorSchema: OPENAI_ERROR_SCHEMA,
  },
};

function openAiRateLimit(actor: Actor | undefined): RateLimit {
  return { bucket: 'requests', limit: PER_MINUTE[actor?.plan ?? 'free'], windowMs: MINUTE_MS };
}

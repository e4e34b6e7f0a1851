import { credentialInHeaders, type Dialect } from '#infra/http';
import { MANAGER_ERROR_SCHEMA, renderManagerFailure } from './manager.errors';
import { MANAGER_IDS } from './manager.ids';
import { managerRateLimit } from './manager.rate-limit';
import { MANAGER_TAGS } from './manager.tags';

const DESCRIPTION = `Bots that live in messengers, the back-ends that answer for them by weight, and agents that work on their own. Every
answer is \`{"data": …}\`, of a list with \`"meta": {"page", "per_page", "total"}\` beside it; snake_case.

**Credentials.** \`Authorization: Bearer <API key>\` or \`X-API-Key\`. Messengers call \`POST /v1/channels/{id}/webhook\` without one, and
sign what they send.

**Limits** are counted per key and minute: free and starter 60, pro 300, enterprise 1,000. Calls of messengers are not throttled.

**Errors** are \`{"error": {"code", "message", "details"}}\`; a 422 names every refused field in \`details.fields\`.`;

/** Everything below `/v1` but `POST /v1/conversations`, which the support API takes with a longer mount. */
export const manager: Dialect = {
  name: 'manager',
  mounts: [{ path: '/v1' }],
  ids: MANAGER_IDS,
  readCredential: credentialInHeaders,
  renderFailure: renderManagerFailure,
  rateLimit: managerRateLimit,
  docs: {
    title: 'Parley: manager',
    description: DESCRIPTION,
    path: '/openapi/manager.json',
    tags: MANAGER_TAGS,
    securitySchemes: {
      bearer: { type: 'http', scheme: 'bearer', description: 'API key of a team, or the access token of a login.' },
      apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key', description: 'The same key in a header of its own.' },
    },
    errorSchema: MANAGER_ERROR_SCHEMA,
  },
};

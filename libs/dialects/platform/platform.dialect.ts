import { credentialInHeaders, type Dialect, UUID_IDS } from '#infra/http';
import { PLATFORM_ERROR_SCHEMA, renderPlatformFailure } from './platform.errors';
import { platformRateLimit } from './platform.rate-limit';
import { PLATFORM_TAGS } from './platform.tags';

/** Health, its status, and metrics. */
const VITAL = /^\/api\/v1\/(?:health(?:\/status)?|metrics)\/?$/;

/** The main API. Its controllers stand in the domains, its envelope and paging in `infra/http`. */
export const platform: Dialect = {
  name: 'platform',
  mounts: [{ path: '/api/v1' }],
  ids: UUID_IDS,
  readCredential: credentialInHeaders,
  renderFailure: renderPlatformFailure,
  rateLimit: platformRateLimit,
  isVital: ({ path }) => VITAL.test(path),
  docs: {
    title: 'Parley: main API',
    description:
      'Chatbots, their knowledge, and conversations with them. People log in and send the access token; applications send an API key.',
    path: '/api/v1/openapi.json',
    tags: PLATFORM_TAGS,
    securitySchemes: {
      jwt: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'Access token of a login.' },
      apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key', description: 'API key of a team.' },
    },
    errorSchema: PLATFORM_ERROR_SCHEMA,
  },
};

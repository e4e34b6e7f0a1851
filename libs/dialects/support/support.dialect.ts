import { credentialInHeaders, type Dialect } from '#infra/http';
import { renderSupportFailure, SUPPORT_ERROR_SCHEMA } from './support.errors';
import { SUPPORT_IDS } from './support.ids';
import { supportRateLimit } from './support.rate-limit';
import { SUPPORT_TAGS } from './support.tags';

/** Of the API, which is older than this server; semantic versioning. */
const API_VERSION = '1.2.3';

const DESCRIPTION = `Customer support: conversations that go on to a person when the bot is not sure, the articles that it
answers from, and how well all that goes. Answers are bare objects in snake_case.

**Credentials.** \`Authorization: Bearer <API key>\` or \`X-API-Key\`. A web page sends its public key (\`pk_live_…\`) to begin a
conversation, and from then on the \`conversation_token\` (\`ct_…\`) that the first answer gave.

**Limits** are counted per team and hour: free 100, starter 1,000, pro 10,000, enterprise 100,000.

**Webhooks** are registered at \`/api/v1/webhooks\` (main API): \`conversation.created\`, \`conversation.escalated\`,
\`conversation.resolved\`, \`message.received\`, \`feedback.submitted\`.

**Versions.** The major version stands in the path; \`info.version\` is that of the API. Within \`v1\` fields and routes are
added and none is taken away without notice. What is to go is announced at least 60 days before it is deprecated, and works for at
least 12 months after that. All the while its answers carry \`Deprecation\` (RFC 9745), \`Sunset\` (RFC 8594) and, where there is
something to read, \`Link: <…>; rel="deprecation"\`, and its operation is marked \`deprecated\` here. Nothing is deprecated at present.`;

export const support: Dialect = {
  name: 'support',
  mounts: [
    { path: '/api/v1/conversations' },
    { path: '/api/v1/knowledge-base' },
    { path: '/api/v1/analytics' },
    // The address of the API's own cURL example.
    { path: '/v1/conversations', method: 'POST', exact: true },
    { path: '/widget.js', method: 'GET', exact: true },
  ],
  ids: SUPPORT_IDS,
  readCredential: credentialInHeaders,
  renderFailure: renderSupportFailure,
  rateLimit: supportRateLimit,
  deprecationPolicy: { noticeDays: 60, supportMonths: 12 },
  docs: {
    title: 'Parley: support',
    version: API_VERSION,
    description: DESCRIPTION,
    path: '/openapi/support.json',
    tags: SUPPORT_TAGS,
    securitySchemes: {
      bearerKey: {
        type: 'http',
        scheme: 'bearer',
        description: 'API key of a team, public key of a page, or token of a conversation.',
      },
      apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key', description: 'API key of a team.' },
      jwt: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'Access token of a login.' },
    },
    errorSchema: SUPPORT_ERROR_SCHEMA,
  },
};

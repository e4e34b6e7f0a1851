import { credentialInHeaders, type Dialect, UUID_IDS } from '#infra/http';
import { MCP_ERROR_SCHEMA, renderMcpFailure } from './mcp.errors';
import { mcpRateLimit } from './mcp.rate-limit';

const DESCRIPTION = `The Model Context Protocol over Streamable HTTP, revisions 2026-07-28 and 2025-11-25 (and older ones that a client asks for).
No sessions are kept: every request stands by itself. Programs speak to it through a client library; \`docs/mcp.md\` says how,
and which tools, resources and prompts there are.

**Credentials.** \`Authorization: Bearer <API key>\` or \`X-API-Key\`. Keys of bots and public keys are refused.

**Limits** are counted per team and minute: free and starter 60, pro 300, enterprise 1,000.

**Errors** of what goes wrong before the protocol are JSON-RPC errors with an HTTP status.`;

/** The Model Context Protocol. */
export const mcp: Dialect = {
  name: 'mcp',
  mounts: [{ path: '/mcp' }],
  ids: UUID_IDS,
  readCredential: credentialInHeaders,
  renderFailure: renderMcpFailure,
  rateLimit: (_request, actor) => mcpRateLimit(actor),
  docs: {
    title: 'Parley: MCP',
    description: DESCRIPTION,
    path: '/openapi/mcp.json',
    tags: { MCP: 'Messages of the Model Context Protocol.' },
    securitySchemes: {
      bearer: { type: 'http', scheme: 'bearer', description: 'API key of a team, or the access token of a login.' },
      apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key', description: 'The same key in a header of its own.' },
    },
    errorSchema: MCP_ERROR_SCHEMA,
  },
};

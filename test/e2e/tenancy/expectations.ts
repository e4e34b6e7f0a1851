import { ALL_SCOPES, isTeamRole, type Scope, scopesGrant } from '#kernel';
import { type ApiOperation, isPublic, type NamedPlace, nameOf } from '#testing/documented-calls';
import type { MatrixCaller } from './callers';

/** What an answer may be: one of these statuses, or whatever is documented, with nothing of the other team in it. */
export type Expectation = readonly number[] | 'own things' | 'not called';

/** Operations that are not called by those whose credential they would end. */
const ENDS_THE_CALLER: Readonly<Record<string, string>> = {
  'POST /api/v1/auth/logout': 'ends the login that everything else is called with',
};

const ADMINISTRATOR = 'administrator';
const isForAdministrators = ({ needs }: ApiOperation) => needs.includes(ADMINISTRATOR);

/** Whether the documents say that a caller of this role, or with these scopes, may not do it. */
export function isBeyond({ teamRole, scopes = ALL_SCOPES }: MatrixCaller, { needs }: ApiOperation): boolean {
  return needs.some((need) => {
    if (need === ADMINISTRATOR) return true;
    if (need === 'owner' || need === 'admin') return teamRole === undefined || !isTeamRole(teamRole, need);
    return !scopesGrant(scopes, need as Scope);
  });
}

/** The documents say that a bot's key is a credential of these dialects, not of which operations. */
const OPEN_TO_BOT_KEYS = new Set([
  'POST /bots/chats/start',
  'POST /bots/chats/{chat_id}/query',
  'POST /bots/chats/{chat_id}/send',
  'DELETE /bots/chats/{chat_id}/end',
  'GET /bots/chats/{chat_id}/history',
  'GET /bots/chats/{chat_id}/exists',
]);
const OF_ONE_BOT = /^\/bots\/\{bot_name\}\/(documents|questions|manage\/(about|update))/;

/** What those can do who began a conversation in a web page: go on with it. */
const OPEN_TO_VISITORS = new Set([
  'POST /api/v1/conversations',
  'POST /v1/conversations',
  'GET /api/v1/conversations/{conversation_id}',
  'POST /api/v1/conversations/{conversation_id}/feedback',
  'POST /api/v1/conversations/{conversation_id}/escalate',
  'GET /api/v1/conversations/{conversation_id}/events',
  'GET /api/v1/conversations/{conversation_id}/replies/{message_id}',
]);

/** The documents name no scope for it, each with its reason. */
export const OPEN_TO_EVERY_KEY: Readonly<Record<string, string>> = {
  'POST /mcp': 'a key is told of the tools that its scopes open, and of no others',
};

/** What is named in vain, by operation and name: nothing is looked up by it. */
const IGNORED: Readonly<Record<string, string>> = {
  'POST /api/v1/auth/api-key chatbotId': 'of public keys only',
  'POST /api/v1/chatbots/{chatbotId}/context/{userId} conversationId': 'a note of the caller, which nothing is made of',
  'POST /api/v1/chatbots/{chatbotId}/references/resolve conversationId':
    'a note of the caller, which nothing is made of',
};

/** @param foreign what the call names of the other team */
export function expectedOf(caller: MatrixCaller, operation: ApiOperation, foreign: readonly NamedPlace[]): Expectation {
  if (isPublic(operation)) return caller.name === 'nobody' ? 'own things' : 'not called';
  if (caller.kind === 'nobody') return [401];
  if (nameOf(operation) in ENDS_THE_CALLER) return 'not called';
  const notFound = refusalOf(operation, foreign);
  switch (caller.kind) {
    case 'strange user':
      return isForAdministrators(operation) ? [403] : notFound;
    case 'strange key':
      return isForPeople(operation) ? [403] : notFound;
    case 'bot key':
      return isOpenToBotKeys(operation) ? 'not called' : forbidden(operation);
    case 'other bot key':
      return ofAnotherBot(operation, notFound);
    case 'strange bot key':
      if (!isOpenToBotKeys(operation)) return forbidden(operation);
      return alsoForbidden(notFound, operation);
    case 'public':
      return OPEN_TO_VISITORS.has(nameOf(operation)) ? 'not called' : forbidden(operation);
    case 'strange public':
      if (!OPEN_TO_VISITORS.has(nameOf(operation))) return forbidden(operation);
      return alsoForbidden(notFound, operation);
    case 'limited key':
    case 'colleague':
      return isBeyond(caller, operation) ? forbidden(operation) : 'not called';
    case 'key of a bot':
      return alsoForbidden(notFound, operation);
  }
}

/** What says that something is not there; in a body also that it cannot be meant. Filters just find nothing. */
function refusalOf(operation: ApiOperation, foreign: readonly NamedPlace[]): Expectation {
  const owned = foreign.filter(({ value }) => value.isOwned);
  if (owned.some(({ in: place, name }) => place === 'body' && !(`${nameOf(operation)} ${name}` in IGNORED)))
    return operation.statuses.filter((status) => status >= 400 && status < 500);
  const isNamed = owned.some(({ in: place }) => place === 'path' || place === 'header');
  return isNamed && operation.statuses.includes(404) ? [404] : 'own things';
}

function ofAnotherBot(operation: ApiOperation, notFound: Expectation): Expectation {
  if (!isOpenToBotKeys(operation) || OF_ONE_BOT.test(operation.path)) return forbidden(operation);
  return operation.dialect === 'openai' ? notFound : 'not called';
}

function alsoForbidden(expected: Expectation, operation: ApiOperation): Expectation {
  return typeof expected === 'string' ? expected : [...expected, ...forbidden(operation)];
}

/** What says that somebody may not do this. The criabot API has one word for that and for not knowing somebody. */
export function forbidden({ dialect }: ApiOperation): readonly number[] {
  return [dialect === 'criabot' ? 401 : 403];
}

export function isForPeople({ document, security }: ApiOperation): boolean {
  const { securitySchemes = {} } = document.components as {
    securitySchemes?: Record<string, { bearerFormat?: string }>;
  };
  return security.every((name) => securitySchemes[name]?.bearerFormat === 'JWT');
}

function isOpenToBotKeys(operation: ApiOperation): boolean {
  return (
    OPEN_TO_BOT_KEYS.has(nameOf(operation)) ||
    OF_ONE_BOT.test(operation.path) ||
    (operation.dialect === 'openai' && operation.path !== '/openai/v1/embeddings')
  );
}

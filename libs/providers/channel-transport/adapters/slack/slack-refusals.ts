/** What errors of the Web API mean (docs.slack.dev/reference/methods/chat.postMessage#errors). */
import { numberAt, textAt } from '../../payload';
import type { PlatformRefusal } from '../platform-call';

const REVOKED = new Set([
  'account_inactive',
  'app_missing_action_url',
  'invalid_auth',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'not_authed',
  'org_login_required',
  'team_access_not_granted',
  'token_expired',
  'token_revoked',
]);
const CHAT_GONE = new Set([
  'cannot_dm_bot',
  'channel_is_limited_access',
  'channel_not_found',
  'is_archived',
  'message_not_found',
  'messages_tab_disabled',
  'not_in_channel',
  'restricted_action',
  'restricted_action_read_only_channel',
  'thread_not_found',
  'user_disabled',
  'user_not_found',
]);
const PASSING = new Set([
  'fatal_error',
  'internal_error',
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
]);
const RATE_LIMITED = new Set(['message_limit_exceeded', 'rate_limited', 'ratelimited']);
const DEFAULT_PAUSE_S = 30;

export function slackRefusalOf(error: unknown): PlatformRefusal | undefined {
  const code = textAt(error, 'data', 'error');
  if (code === undefined) return ofStatus(numberAt(error, 'statusCode'));
  if (RATE_LIMITED.has(code)) {
    const pauseS = numberAt(error, 'data', 'response_metadata', 'retryAfter') ?? DEFAULT_PAUSE_S;
    return { reason: 'rate_limited', words: code, retryAfterMs: pauseS * 1_000 };
  }
  if (REVOKED.has(code)) return { reason: 'revoked', words: code };
  if (CHAT_GONE.has(code)) return { reason: 'chat_gone', words: code };
  // What is no code is the page of a proxy, which the client gives for one.
  if (!/^[a-z0-9_]+$/.test(code)) return { reason: 'unavailable', words: '' };
  return { reason: PASSING.has(code) ? 'unavailable' : 'refused', words: code };
}

/** Slack answers 200 whatever happens: another status is of something before it, but for a token that is none. */
function ofStatus(status: number | undefined): PlatformRefusal | undefined {
  if (status === undefined) return undefined;
  return { reason: status === 401 || status === 403 ? 'revoked' : 'refused', words: `HTTP ${status}` };
}

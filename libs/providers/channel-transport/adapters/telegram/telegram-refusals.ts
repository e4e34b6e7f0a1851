/** What errors of the Bot API mean. Telegram tells them apart by their texts: there are no codes but those of HTTP. */
import { numberAt, textAt } from '../../payload';
import type { PlatformRefusal } from '../platform-call';

/** A token that was never given, or given up, has no path. */
const NO_SUCH_TOKEN = new Set([401, 404]);
const CHAT_GONE =
  /chat not found|user is deactivated|chat was (?:deleted|deactivated)|group chat was upgraded|PEER_ID_INVALID|chat_id is empty|bot was (?:kicked|blocked)|not enough rights to send|have no rights to send|need administrator rights|CHAT_WRITE_FORBIDDEN|message thread not found|TOPIC_(?:CLOSED|DELETED)/i;
const UNREADABLE = /can't parse entities|unsupported start tag|can't find end/i;
const MS_PER_S = 1_000;

export function telegramRefusalOf(error: unknown): PlatformRefusal | undefined {
  const code = numberAt(error, 'error_code');
  const words = textAt(error, 'description');
  if (code === undefined || words === undefined) return undefined;
  const retryAfterS = numberAt(error, 'parameters', 'retry_after');
  if (code === 429) return { reason: 'rate_limited', words, retryAfterMs: (retryAfterS ?? 5) * MS_PER_S };
  if (NO_SUCH_TOKEN.has(code)) return { reason: 'revoked', words };
  if (code === 403 || CHAT_GONE.test(words)) return { reason: 'chat_gone', words };
  return { reason: code >= 500 ? 'unavailable' : 'refused', words };
}

export function isUnreadableMarkup(error: unknown): boolean {
  return numberAt(error, 'error_code') === 400 && UNREADABLE.test(textAt(error, 'description') ?? '');
}

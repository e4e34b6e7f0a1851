/** What errors of the REST API mean (docs.discord.com/developers/topics/opcodes-and-status-codes#json). */
import { fieldOf, numberAt, textAt } from '../../payload';
import type { PlatformRefusal } from '../platform-call';

const UNKNOWN_MESSAGE = 10008;
const UNKNOWN_WEBHOOK = 10015;
const UNKNOWN_INTERACTION = 10062;
const INVALID_WEBHOOK_TOKEN = 50027;
const INTERACTION_OVER = new Set<unknown>([
  UNKNOWN_MESSAGE,
  UNKNOWN_WEBHOOK,
  UNKNOWN_INTERACTION,
  INVALID_WEBHOOK_TOKEN,
]);
/** Unless it has just begun. */
const UNKNOWN = new Set<unknown>([UNKNOWN_WEBHOOK, UNKNOWN_INTERACTION]);
/** Of the account of the bot, whatever it wants to do. */
const ACCOUNT_REFUSED = new Set<unknown>([40001, 40002, 50014]);

export function discordRefusalOf(error: unknown): PlatformRefusal | undefined {
  const status = numberAt(error, 'status');
  if (status === undefined) return undefined;
  const code = fieldOf(error, 'code');
  const words = textAt(error, 'rawError', 'message') ?? `HTTP ${status}`;
  if (status === 401 || ACCOUNT_REFUSED.has(code)) return { reason: 'revoked', words };
  if (status === 403 || status === 404) return { reason: 'chat_gone', words };
  return { reason: 'refused', words };
}

/** Its webhook has ended, or the answer that was begun was removed. */
export function isInteractionOver(error: unknown): boolean {
  return INTERACTION_OVER.has(fieldOf(error, 'code'));
}

/** Its webhook opens when Discord has read the deferred answer, which may take longer than the reply. */
export function isInteractionUnknown(error: unknown): boolean {
  return UNKNOWN.has(fieldOf(error, 'code'));
}

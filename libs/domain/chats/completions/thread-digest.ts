import { createHash } from 'node:crypto';
import type { HistoryMessage } from '#domain/replies';

/**
 * What has been said, as 32 bytes: a caller who sends the whole history with each message is thereby found to go on with a
 * conversation. Two callers with the same words are told apart by who they are, not here.
 */
export function threadDigest(said: readonly HistoryMessage[]): Buffer {
  const hash = createHash('sha256');
  // As JSON, so that no text can pass for two messages.
  for (const { role, text } of said) hash.update(JSON.stringify([role, text.trim()]));
  return hash.digest();
}

/**
 * A **sitting** is what an end user says to a bot and hears from it at a time. A conversation goes on for as long as its
 * caller likes; a sitting ends when the conversation was ended, or when nobody has said anything for the idle time. What the
 * bot or a person says belongs to the sitting of the message before it, however late it comes; only the end user begins one.
 */
export interface SaidMessage {
  /** In the order of the conversation. */
  position: number;
  isUser: boolean;
  atMs: number;
}

export interface Sitting {
  firstPosition: number;
  lastPosition: number;
  messages: number;
  startedAtMs: number;
  lastAtMs: number;
  /** When the end user spoke last in it. */
  lastUserAtMs: number;
}

/**
 * @param open the sitting before the messages, which they may continue
 * @param messages in order
 * @param endsMs when the conversation was ended
 */
export function sittingsOf(
  open: Sitting | undefined,
  messages: readonly SaidMessage[],
  endsMs: readonly number[],
  idleMs: number,
): Sitting[] {
  const sittings: Sitting[] = open ? [{ ...open }] : [];
  for (const message of messages) {
    const last = sittings.at(-1);
    if (last && !isBeginning(last, message, endsMs, idleMs)) extend(last, message);
    else sittings.push(beginning(message));
  }
  return sittings;
}

function isBeginning(last: Sitting, { isUser, atMs }: SaidMessage, endsMs: readonly number[], idleMs: number): boolean {
  if (!isUser) return false;
  return atMs - last.lastAtMs > idleMs || endsMs.some((endMs) => endMs > last.lastUserAtMs && endMs <= atMs);
}

function extend(last: Sitting, { position, isUser, atMs }: SaidMessage): void {
  last.messages += 1;
  last.lastPosition = position;
  last.lastAtMs = Math.max(last.lastAtMs, atMs);
  if (isUser) last.lastUserAtMs = Math.max(last.lastUserAtMs, atMs);
}

function beginning({ position, atMs }: SaidMessage): Sitting {
  return {
    firstPosition: position,
    lastPosition: position,
    messages: 1,
    startedAtMs: atMs,
    lastAtMs: atMs,
    lastUserAtMs: atMs,
  };
}

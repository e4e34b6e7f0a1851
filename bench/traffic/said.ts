/** What was said in a conversation against what is stored of it. */

export interface SaidTurn {
  /** Like no other of its conversation. */
  message: string;
  /** The reply as the client was told it; undefined when nothing was acknowledged. */
  reply?: string;
}

export interface StoredMessage {
  isUser: boolean;
  text: string;
}

/**
 * Each acknowledged turn is there once, with its reply behind it, in the order in which they were said; what was not
 * acknowledged is there once at most.
 *
 * @param where names the conversation
 */
export function turnFaults(where: string, said: readonly SaidTurn[], stored: readonly StoredMessage[]): string[] {
  const places = new Map<string, number[]>();
  stored.forEach(({ isUser, text }, at) => {
    if (isUser) places.set(text, [...(places.get(text) ?? []), at]);
  });
  const faults: string[] = [];
  let lastAt = -1;
  for (const { message, reply } of said) {
    const found = places.get(message) ?? [];
    if (found.length > 1) faults.push(`"${message}" is in ${where} ${found.length} times`);
    if (reply === undefined) continue;
    const [at] = found;
    if (at === undefined) {
      faults.push(`"${message}" was acknowledged and is not in ${where}`);
      continue;
    }
    const answer = stored[at + 1];
    if (answer?.isUser !== false || answer.text !== reply) faults.push(`the reply to "${message}" is not in ${where}`);
    if (at < lastAt) faults.push(`"${message}" stands in ${where} before what was said earlier`);
    lastAt = at;
  }
  return faults;
}

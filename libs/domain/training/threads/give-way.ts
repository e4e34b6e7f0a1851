import { readlinkSync } from 'node:fs';
import os from 'node:os';

/** Linux has a niceness for each thread; this link names the thread that reads it ("<process>/task/<thread>"). */
const OWN_THREAD = '/proc/thread-self';

/**
 * Lets all other threads go first, those of this process among them: whoever trains is in no hurry, and whoever waits for an
 * answer is. Nothing where threads have no priority of their own.
 */
export function giveWay(): void {
  const thread = ownThread();
  const lowered = os.constants.priority.PRIORITY_BELOW_NORMAL;
  // A process that is nicer already must not rise, and nobody may.
  if (thread !== undefined && os.getPriority(thread) < lowered) os.setPriority(thread, lowered);
}

/** Undefined where there is no such thing. */
export function ownThread(): number | undefined {
  try {
    const number = Number(readlinkSync(OWN_THREAD).split('/').at(-1));
    return Number.isInteger(number) && number > 0 ? number : undefined;
  } catch {
    return undefined;
  }
}

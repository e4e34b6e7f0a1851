/** Follows work that the server does in the background, by asking now and then. */
import { TimeoutError } from '../errors';
import { wait } from '../http/waiting';
import type { RequestOptions } from '../options';

export interface WaitOptions<State> extends Omit<RequestOptions, 'timeoutMs'> {
  /** Told whenever something has changed, the last time when it is done. */
  onProgress?: (state: State) => void;
  /** For all of it: ten minutes unless given. */
  timeoutMs?: number;
}

const DEFAULT_LIMIT_MS = 600_000;
const FIRST_PAUSE_MS = 200;
/** Fewer than half of what the smallest plan allows in a minute. */
const LONGEST_PAUSE_MS = 5_000;
const GROWTH = 1.5;

/** @throws TimeoutError when it is not done in time; the server goes on with it */
export async function waitUntilDone<State>(
  read: () => Promise<State>,
  isDone: (state: State) => boolean,
  { onProgress, signal, timeoutMs = DEFAULT_LIMIT_MS }: WaitOptions<State>,
): Promise<State> {
  const endMs = Date.now() + timeoutMs;
  let told: string | undefined;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * GROWTH)) {
    const state = await read();
    const seen = JSON.stringify(state);
    if (seen !== told) onProgress?.(state);
    told = seen;
    if (isDone(state)) return state;
    const leftMs = endMs - Date.now();
    if (leftMs <= 0) throw new TimeoutError(`It was not done within ${timeoutMs} ms.`);
    await wait(Math.min(pauseMs, leftMs), signal);
  }
}

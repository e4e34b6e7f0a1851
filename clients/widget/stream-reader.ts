/** Reads one event stream to its end over as many connections as that takes. */
import { Refusal } from './api';
import { readEvents, type StreamEvent } from './event-stream';
import { waitToRetry } from './retry';

/** More than two of the server's heartbeats, which come every 15 s. */
const IDLE_MS = 40_000;
/** One broken connection is not worth a word: servers are replaced now and then. */
const SILENT_ATTEMPTS = 1;

export interface StreamReading {
  /** The next connection; undefined when there is nothing that one could come back to. */
  open: () => Promise<Response> | undefined;
  /** True: that was the last one. */
  onEvent: (event: StreamEvent) => boolean;
  onReconnecting: (isReconnecting: boolean) => void;
  signal: AbortSignal;
}

/**
 * True when the last event was read; false when the server has nothing (more) to send, or the signal has aborted.
 *
 * @throws Refusal that another attempt would not change; TypeError when there was nothing to come back to
 */
export async function readStream({ open, onEvent, onReconnecting, signal }: StreamReading): Promise<boolean> {
  for (let attempt = 0; !signal.aborted; attempt++) {
    const opening = open();
    if (!opening) throw new TypeError('The answer did not begin.');
    try {
      const response = await opening;
      if (response.status === 204) return false;
      onReconnecting(false);
      const isWhole = await readEvents(response, IDLE_MS, (event) => {
        attempt = 0;
        return signal.aborted || onEvent(event);
      });
      if (isWhole) return !signal.aborted;
    } catch (error) {
      if (error instanceof Refusal && error.isFinal) throw error;
    }
    if (signal.aborted) break;
    if (attempt >= SILENT_ATTEMPTS) onReconnecting(true);
    await waitToRetry(attempt, signal);
  }
  return false;
}

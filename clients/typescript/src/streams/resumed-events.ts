/** One stream of events over as many connections as it takes. */
import { ConnectionError, type ParleyError } from '../errors';
import { backoffMs, isBreak } from '../http/retry';
import { wait } from '../http/waiting';
import { readEvents, type ServerSentEvent } from './server-sent-events';

/** More than two of the server's heartbeats, which come every 15 s. */
export const IDLE_MS = 40_000;
/** One after the other without anything new. */
const MAX_RECONNECTS = 8;

export interface StreamSource<Event> {
  /**
   * A connection to what follows the event with that id; the first one without. Undefined when there is no way back.
   */
  open: (lastEventId: string | undefined, signal: AbortSignal) => Promise<Response> | undefined;
  /** Undefined for what is not to be told. May throw: that ends the stream. */
  read: (event: ServerSentEvent, response: Response) => Event | undefined;
  /** Whether the stream ends with it; one of which nothing is the last goes on for ever. */
  isLast: (event: Event) => boolean;
}

/** Each event once, in order. @throws ParleyError when it cannot go on */
export async function* resumedEvents<Event>(
  source: StreamSource<Event>,
  signal: AbortSignal,
): AsyncGenerator<Event, void, undefined> {
  let lastEventId: string | undefined;
  let isBegun = false;
  let failures = 0;
  let broken: ParleyError | undefined;
  for (;;) {
    const opening = source.open(lastEventId, signal);
    if (!opening) throw broken ?? new ConnectionError('There is no way back to this stream.');
    try {
      const response = await opening;
      isBegun = true;
      // Nothing is left of it.
      if (response.status === 204) return;
      for await (const message of readEvents(response, IDLE_MS, signal)) {
        failures = 0;
        if (message.id !== '') lastEventId = message.id;
        const event = source.read(message, response);
        if (event === undefined) continue;
        yield event;
        if (source.isLast(event)) return;
      }
      broken = new ConnectionError('The stream ended before its time.');
    } catch (error) {
      // The first request has been tried as often as the client allows.
      if (!isBegun || !isBreak(error)) throw error;
      broken = error;
    }
    if (failures >= MAX_RECONNECTS) throw broken;
    await wait(backoffMs(failures++), signal);
  }
}

/** For streams that begin with a question: asked once, whatever happens; afterwards there is only a way back. */
export function askedOnce(
  ask: () => Promise<Response>,
  resume: (lastEventId: string) => Promise<Response>,
): (lastEventId: string | undefined) => Promise<Response> | undefined {
  let isAsked = false;
  return (lastEventId) => {
    if (lastEventId !== undefined) return resume(lastEventId);
    if (isAsked) return undefined;
    isAsked = true;
    return ask();
  };
}

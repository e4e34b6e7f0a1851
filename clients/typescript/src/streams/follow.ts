/** Streams that are only read: they can be begun anew at any time. */
import type { Transport } from '../http/transport';
import type { RequestOptions } from '../options';
import { EventStream } from './event-stream';
import { resumedEvents } from './resumed-events';
import { EVENT_STREAM, namedEvent } from './source-of';

/** @param isLast none of the events, for a stream that goes on as long as somebody listens */
export function follow<Event extends { type: string }>(
  transport: Transport,
  path: string,
  isLast: (event: Event) => boolean,
  options: RequestOptions,
): EventStream<Event> {
  const open = (lastEventId: string | undefined, signal: AbortSignal) =>
    transport.open({
      method: 'GET',
      path,
      accept: EVENT_STREAM,
      headers: lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId },
      options: { ...options, signal },
    });
  return new EventStream((signal) => resumedEvents<Event>({ open, read: namedEvent, isLast }, signal), options.signal);
}

/** What most streams have in common: JSON in each event, and failures as events. */
import { errorOfFrame } from '../http/error-of';
import type { ServerSentEvent } from './server-sent-events';

/** An event as its stream names it. */
export interface NamedEvent<Type extends string, Data> {
  type: Type;
  data: Data;
  /** Empty when it has none. */
  id: string;
}

/** The types of the events of a stream, by their names. */
export type EventsOf<Map> = { [Type in keyof Map & string]: NamedEvent<Type, Map[Type]> }[keyof Map & string];

/** @throws ServerError for an event `error` */
export function namedEvent<Map>({ id, type, data }: ServerSentEvent, response: Response): EventsOf<Map> {
  const value: unknown = JSON.parse(data);
  if (type === 'error') throw errorOfFrame(value, response.headers.get('x-request-id') ?? undefined);
  return { type, data: value, id } as EventsOf<Map>;
}

export const EVENT_STREAM = 'text/event-stream';

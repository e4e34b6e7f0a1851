/** What most streams have in common: JSON in each event, and failures as events. */
import type { FrameOf } from '../calls';
import { errorOfFrame } from '../http/error-of';
import type { ServerSentEvent } from './server-sent-events';

/** An event as its stream names it. */
export interface NamedEvent<Type extends string, Data> {
  type: Type;
  data: Data;
  /** Empty when it has none. */
  id: string;
}

type Told<Frame> = Frame extends { event: infer Type extends string; data: infer Data }
  ? Type extends 'error'
    ? never
    : NamedEvent<Type, Data>
  : never;

/** The events of an operation's stream; what fails is thrown. */
export type EventsOf<Operation> = Told<FrameOf<Operation>>;

/** @throws ServerError for an event `error` */
export function namedEvent<Event extends { type: string }>(
  { id, type, data }: ServerSentEvent,
  response: Response,
): Event {
  const value: unknown = JSON.parse(data);
  if (type === 'error') throw errorOfFrame(value, response.headers.get('x-request-id') ?? undefined);
  return { type, data: value, id } as unknown as Event;
}

export const EVENT_STREAM = 'text/event-stream';

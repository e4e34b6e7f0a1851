/** How a vendor puts answers on the wire, beneath what they say. */
import { errorBody } from './provider-errors';
import type { ScriptedError } from './scripted-reply';

/** What the events of a stream carry, each as text. */
export interface StreamedAnswer {
  opening: readonly string[];
  /** One for each piece of the text. */
  pieces: readonly string[];
  ending: readonly string[];
}

export interface Wire {
  /** Of a stream. */
  contentType: string;
  frame(data: string, lineEnd: string): string;
  /** What keeps a connection open and means nothing. */
  comment(lineEnd: string): string;
  /** The last event's data. */
  closing?: string;
  /** Of an answer that is an error, and of an event that is one. */
  errorBody(error: ScriptedError): string;
}

export const EVENT_STREAM = 'text/event-stream; charset=utf-8';

export function plainEvent(data: string, lineEnd: string): string {
  return `data: ${data}${lineEnd}${lineEnd}`;
}

export function ping(lineEnd: string): string {
  return `: ping${lineEnd}${lineEnd}`;
}

export const OPENAI_WIRE: Wire = {
  contentType: EVENT_STREAM,
  frame: plainEvent,
  comment: ping,
  closing: '[DONE]',
  errorBody,
};

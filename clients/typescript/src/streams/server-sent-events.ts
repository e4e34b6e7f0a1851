/** Event streams (HTML Standard, 9.2 "Server-sent events") over `fetch`, because `EventSource` sends neither keys nor bodies. */
import { AbortError, ConnectionError, TimeoutError } from '../errors';

export interface ServerSentEvent {
  /** The last one that was sent; empty before the first. */
  id: string;
  type: string;
  data: string;
}

/** Takes the text of a stream in pieces, cut anywhere. An event that was not finished never was. */
export function eventParser(onEvent: (event: ServerSentEvent) => void): (piece: string) => void {
  let rest = '';
  let id = '';
  let type = '';
  let data: string[] = [];

  const take = (line: string): void => {
    if (line === '') {
      if (data.length > 0) onEvent({ id, type: type || 'message', data: data.join('\n') });
      type = '';
      data = [];
      return;
    }
    const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (field === 'data') data.push(value);
    else if (field === 'event') type = value;
    else if (field === 'id') id = value;
  };

  return (piece) => {
    // A carriage return at the end may be the first half of a line end.
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    lines.forEach(take);
  };
}

/**
 * The events of an answer, to the end of its body.
 *
 * @param idleMs without a byte for so long, the connection is held to be dead
 * @throws ConnectionError, TimeoutError when it breaks; AbortError when the signal of its request aborts
 */
export async function* readEvents(
  response: Response,
  idleMs: number,
  signal: AbortSignal,
): AsyncGenerator<ServerSentEvent, void, undefined> {
  const reader = response.body?.getReader();
  if (!reader) return;
  const decoder = new TextDecoder();
  const events: ServerSentEvent[] = [];
  const parse = eventParser((event) => events.push(event));
  try {
    for (;;) {
      const { done, value } = await orIdle(reader.read(), idleMs);
      if (done) return;
      parse(decoder.decode(value, { stream: true }));
      for (const event of events.splice(0)) {
        signal.throwIfAborted();
        yield event;
      }
    }
  } catch (error) {
    if (signal.aborted) throw new AbortError('The stream was aborted.', { cause: signal.reason });
    if (error instanceof TimeoutError) throw error;
    throw new ConnectionError('The stream broke off.', { cause: error });
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

function orIdle<Value>(promise: Promise<Value>, limitMs: number): Promise<Value> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new TimeoutError(`Nothing came for ${limitMs} ms.`));
    const timer = setTimeout(fail, limitMs);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Event streams (HTML Standard, 9.2 "Server-sent events") over fetch, because EventSource sends no credentials. */

export interface StreamEvent {
  /** Empty unless the stream has sent one. */
  id: string;
  type: string;
  data: string;
}

/** Takes a stream's text in pieces, cut anywhere. */
export function eventParser(onEvent: (event: StreamEvent) => void): (piece: string) => void {
  let rest = '';
  let id = '';
  let type = '';
  let data: string[] = [];

  const takeLine = (line: string): void => {
    if (line === '') {
      if (data.length) onEvent({ id, type: type || 'message', data: data.join('\n') });
      type = '';
      data = [];
      return;
    }
    const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line)!;
    if (field === 'data') data.push(value);
    else if (field === 'event') type = value;
    else if (field === 'id') id = value;
  };

  return (piece) => {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop()!;
    lines.forEach(takeLine);
  };
}

/**
 * Resolves when `onEvent` has said that it has what it wanted (true), or the stream has ended (false).
 *
 * @param idleMs without a byte for so long, the connection is held to be dead
 * @throws when the stream breaks, is idle for too long, the browser goes offline, or the signal of its request aborts
 */
export async function readEvents(
  response: Response,
  idleMs: number,
  onEvent: (event: StreamEvent) => boolean | undefined,
): Promise<boolean> {
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  let isEnough = false;
  const parse = eventParser((event) => {
    isEnough ||= onEvent(event) === true;
  });
  try {
    while (!isEnough) {
      const { done, value } = await orTooLate(reader.read(), idleMs);
      if (done) return false;
      parse(decoder.decode(value, { stream: true }));
    }
    return true;
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

/** Browsers keep connections open long after they have gone offline. */
function orTooLate<Value>(promise: Promise<Value>, limitMs: number): Promise<Value> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error('The connection is dead.'));
    const timer = setTimeout(fail, limitMs);
    addEventListener('offline', fail);
    promise.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      removeEventListener('offline', fail);
    });
  });
}

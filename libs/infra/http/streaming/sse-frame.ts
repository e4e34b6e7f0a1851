/** One frame of an event stream (HTML Standard, 9.2 "Server-sent events"). */
export interface SseFrame {
  id?: string;
  event?: string;
  /** Written as JSON, a string as it stands. */
  data: unknown;
}

/** A line that readers skip; keeps proxies and timeouts from closing a quiet stream. */
export const HEARTBEAT = ': beat\n\n';

export function encodeFrame({ id, event, data }: SseFrame): string {
  // JSON has no line breaks.
  const lines = typeof data === 'string' ? linesOf(data) : `data: ${JSON.stringify(data ?? null)}\n`;
  return `${field('id', id)}${field('event', event)}${lines}\n`;
}

function linesOf(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`);
  return lines.join('');
}

/** A line break or NUL inside would end the field early or void the id. */
function field(name: string, value: string | undefined): string {
  return value === undefined ? '' : `${name}: ${value.replace(/[\r\n\0]/g, ' ')}\n`;
}

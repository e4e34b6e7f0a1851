/**
 * A receiver for benches: it answers 200 and counts. Its own CPU competes with what is measured, so it reads of a request no
 * more than HTTP/1.1 framing (RFC 9112, bodies with a length), the id and the time; it checks nothing. Latency runs from the
 * `timestamp` of the event, so both must be on one machine.
 */
import { createServer, type Server, type Socket } from 'node:net';

export interface SinkCounts {
  requests: number;
  /** Distinct deliveries. */
  distinct: number;
  /** By the clock, milliseconds; 0 without any. */
  firstAtMs: number;
  lastAtMs: number;
}

/** What it does with a request: answers at once, after a while, or never. */
export type CountingMode = { delayMs: number } | 'hanging';

const OK = Buffer.from('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n');
const HEAD_END = '\r\n\r\n';
const LENGTH = /\r\ncontent-length: *(\d+)/i;
const ID = '"id":"';
const TIMESTAMP = '"timestamp":"';

export class CountingSink {
  readonly server: Server;
  private ids = new Set<string>();
  private counts = noCounts();
  private latencies: number[] = [];

  constructor(private readonly mode: CountingMode = { delayMs: 0 }) {
    this.server = createServer({ noDelay: true }, (socket) => this.serve(socket));
  }

  /** What came since the last reset. */
  read(): SinkCounts {
    return { ...this.counts, distinct: this.ids.size };
  }

  /** From the event to the first receipt of its delivery, milliseconds, in the order of receipt. */
  get latenciesMs(): readonly number[] {
    return this.latencies;
  }

  reset(): void {
    this.ids = new Set();
    this.latencies = [];
    this.counts = noCounts();
  }

  private serve(socket: Socket): void {
    let pending = '';
    socket.setEncoding('latin1').on('error', () => socket.destroy());
    socket.on('data', (text: string) => {
      pending += text;
      for (let end = endOfRequest(pending); end > 0; end = endOfRequest(pending)) {
        this.count(pending.slice(pending.indexOf(HEAD_END), end));
        this.answer(socket);
        pending = pending.slice(end);
      }
    });
  }

  private answer(socket: Socket): void {
    if (this.mode === 'hanging') return;
    if (this.mode.delayMs === 0) socket.write(OK);
    else setTimeout(() => socket.write(OK), this.mode.delayMs);
  }

  private count(body: string): void {
    const now = Date.now();
    const { counts, ids } = this;
    counts.requests += 1;
    counts.firstAtMs ||= now;
    counts.lastAtMs = now;
    const known = ids.size;
    ids.add(valueAfter(ID, body));
    if (ids.size > known) this.latencies.push(now - Date.parse(valueAfter(TIMESTAMP, body)));
  }
}

function noCounts(): SinkCounts {
  return { requests: 0, distinct: 0, firstAtMs: 0, lastAtMs: 0 };
}

/** In bytes, which characters of latin1 are; 0 while it is not there to its end. */
function endOfRequest(text: string): number {
  const headEnd = text.indexOf(HEAD_END);
  if (headEnd < 0) return 0;
  const end = headEnd + HEAD_END.length + Number(LENGTH.exec(text.slice(0, headEnd))?.[1] ?? 0);
  return text.length < end ? 0 : end;
}

/** Of the first field of that name, which ids and times are in: they come before `data`. */
function valueAfter(field: string, body: string): string {
  const from = body.indexOf(field) + field.length;
  return body.slice(from, body.indexOf('"', from));
}

/**
 * Reads Server-sent events (WHATWG HTML, "Server-sent events") as they come, and gives the data of each. Only whole lines
 * are decoded, all of one read at once, so that a read may end anywhere, also within a character. Fields other than `data`
 * mean nothing to model APIs. Unlike the standard an event also counts that lacks its blank line at the end of the stream,
 * as some servers send it.
 */
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

export class EventTooLarge extends Error {
  constructor(maxBytes: number) {
    super(`An event of the stream is longer than ${maxBytes} bytes.`);
  }
}

export class EventStreamParser {
  /** Bytes of the line that has begun. */
  private begun: Buffer[] = [];
  private begunBytes = 0;
  private data: string | undefined;

  constructor(
    private readonly onData: (data: string) => void,
    private readonly maxEventBytes: number,
  ) {}

  /** @throws EventTooLarge, and what `onData` throws */
  push(bytes: Buffer): void {
    const end = bytes.lastIndexOf(LINE_FEED) + 1;
    if (end > 0) {
      const lines =
        this.begunBytes === 0 ? bytes.subarray(0, end) : Buffer.concat([...this.begun, bytes.subarray(0, end)]);
      this.begun = [];
      this.begunBytes = 0;
      this.readLines(lines.toString('utf8'));
    }
    if (end < bytes.length) this.keep(bytes.subarray(end));
  }

  /** The stream is over. */
  end(): void {
    if (this.begunBytes > 0) this.push(Buffer.from('\n'));
    this.dispatch();
  }

  private keep(bytes: Buffer): void {
    this.begun.push(bytes);
    this.begunBytes += bytes.length;
    if (this.begunBytes > this.maxEventBytes) throw new EventTooLarge(this.maxEventBytes);
  }

  private readLines(text: string): void {
    for (let from = 0; from < text.length; ) {
      const feed = text.indexOf('\n', from);
      const end = feed > from && text.charCodeAt(feed - 1) === CARRIAGE_RETURN ? feed - 1 : feed;
      if (end === from) this.dispatch();
      else if (text.startsWith('data:', from)) this.add(text.slice(text[from + 5] === ' ' ? from + 6 : from + 5, end));
      from = feed + 1;
    }
  }

  private add(data: string): void {
    this.data = this.data === undefined ? data : `${this.data}\n${data}`;
    if (this.data.length > this.maxEventBytes) throw new EventTooLarge(this.maxEventBytes);
  }

  private dispatch(): void {
    const { data } = this;
    if (data === undefined) return;
    this.data = undefined;
    this.onData(data);
  }
}

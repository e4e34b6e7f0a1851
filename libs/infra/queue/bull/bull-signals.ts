import type { Redis } from 'ioredis';

export interface SignalListener {
  /** A message waits. */
  waiting(): void;
  /** A message falls due at this time, Unix milliseconds. */
  delayed(atMs: number): void;
  /** Signals may have been missed. */
  missed(): void;
}

/**
 * Hears what Bull publishes, whichever process caused it: on one connection for all queues, while Bull's own worker
 * takes two for each. A signal may be lost; then the consumer's poll finds what it told of.
 */
export class BullSignals {
  private readonly listeners = new Map<string, SignalListener>();

  constructor(
    private readonly subscriber: Redis,
    private readonly prefix: string,
  ) {
    subscriber.on('pmessage', (_pattern, channel, text) => this.hear(channel, text));
    subscriber.on('ready', () => void this.listen());
  }

  on(queue: string, listener: SignalListener): void {
    this.listeners.set(queue, listener);
  }

  close(): void {
    this.subscriber.disconnect();
  }

  /** After every connection: what was published before was not heard. */
  private async listen(): Promise<void> {
    try {
      await this.subscriber.psubscribe(`${this.prefix}:*:waiting@*`, `${this.prefix}:*:delayed`);
    } catch {
      return;
    }
    for (const listener of this.listeners.values()) listener.missed();
  }

  /** `<prefix>:<queue>:waiting@<who put it>` or `<prefix>:<queue>:delayed`; no name of a queue has a colon. */
  private hear(channel: string, text: string): void {
    const [queue = '', event = ''] = channel.slice(this.prefix.length + 1).split(':');
    const listener = this.listeners.get(queue);
    if (!listener) return;
    if (event.startsWith('waiting@')) listener.waiting();
    else listener.delayed(Math.ceil(Number(text)));
  }
}

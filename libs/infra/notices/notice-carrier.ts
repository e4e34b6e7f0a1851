/**
 * What a technology that brings notices to other processes must do. It moves texts and knows nothing of payloads,
 * handlers and transactions; `notices.contract-suite.ts` is the precise form of this file.
 */
export interface NoticeListener {
  /** A text that some process has sent; a process may hear its own. */
  heard(text: string): void;
  /** The carrier hears again, or for the first time: what others sent before was not heard. */
  listening(): void;
}

export abstract class NoticeCarrier {
  /** Begins to listen. Does not wait for what may be away for long. */
  abstract start(listener: NoticeListener): Promise<void>;

  /** Rejects within seconds when it is not known whether the others can hear it. */
  abstract send(text: string): Promise<void>;

  abstract stop(): Promise<void>;
}

import type { Actor } from '#kernel';

/** Who sent a message of the protocol. */
export interface Caller {
  actor: Actor;
  /** Of the HTTP request. */
  requestId: string;
}

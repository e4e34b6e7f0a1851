/** What the open loop is asked to do, and what it tells. Sent between processes as JSON. */
export interface LoopOrder {
  headers: Record<string, string>;
  url: string;
  /** Sent in turn. */
  bodies: readonly string[];
  perSecond: number;
}

export interface TurnSample {
  /** When it was due, by the clock of the machine. */
  atMs: number;
  /** From when it was due until the whole answer was read. */
  latencyMs: number;
  /** How late the loop itself was. */
  lateMs: number;
  /** Of one that was not answered with 200. */
  failure?: string;
}

/** What the bench asks for: how the process is, and perhaps a heap snapshot in a file. */
export interface Wish {
  snapshot?: string | undefined;
}

/** How a process is at a moment. Bytes after garbage was collected; delays of the event loop since the last time. */
export interface Observation {
  rss: number;
  heapUsed: number;
  external: number;
  arrayBuffers: number;
  delayP99Ms: number;
  delayMaxMs: number;
  /** What keeps it alive: sockets, timers, requests. */
  handles: number;
}

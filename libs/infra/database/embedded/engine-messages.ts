/** What the parent and the process of the engine say to each other, besides SQL over the socket. */
export interface EngineProcessOptions {
  dataDir: string;
  template: string | undefined;
  socketPath: string;
  maxIdleTransactionMs: number;
  lockWaitMs: number;
}

export type ToEngine = { kind: 'ping' } | { kind: 'stop' };

export type FromEngine =
  | { kind: 'ready' }
  | { kind: 'pong' }
  | { kind: 'warning'; text: string }
  | { kind: 'folder_in_use'; pid: number | undefined }
  | { kind: 'failed'; text: string };

import { setTimeout as delay } from 'node:timers/promises';
import { RunningEngine } from './running-engine';
import { newSocketAddress, type SocketAddress } from './socket-address';

export interface EmbeddedDatabaseOptions {
  /** Parley's data folder; the engine's files go into its `postgres`. */
  dataDir: string;
  /** Folder that `buildTemplate` made. Without it the first start makes an empty database, which takes seconds. */
  template?: string;
  /** A statement that runs longer is ended by ending the engine, so this must exceed the longest legitimate one. */
  maxQueryMs?: number;
  maxIdleTransactionMs?: number;
  /** How long a start waits for another process to leave the data folder. */
  lockWaitMs?: number;
}

const DEFAULTS = { maxQueryMs: 120_000, maxIdleTransactionMs: 15_000, lockWaitMs: 5_000 };

/** Waits between starts of an engine that keeps dying: none, then 100 ms, doubling up to 5 s. */
const FIRST_BACKOFF_MS = 100;
const MAX_BACKOFF_MS = 5_000;
/** An engine that lived so long has recovered; the next death counts as the first. */
const HEALTHY_AFTER_MS = 60_000;

/** The engine as those see it who connect to it, whichever process is its parent. */
export type ServingEngine = Pick<EmbeddedDatabase, 'socketPath' | 'isServing' | 'isStopping' | 'ready' | 'stop'>;

/**
 * The embedded database as its parent sees it: starts the engine's process, and starts it again whenever it dies.
 */
export class EmbeddedDatabase {
  /** Hears what an operator should know: restarts, transactions that were rolled back. */
  warn: (text: string) => void = (text) => console.error(text);
  private readonly address: SocketAddress = newSocketAddress();
  private readonly options: EmbeddedDatabaseOptions & typeof DEFAULTS;
  private engine: RunningEngine | undefined;
  private serving: Promise<void>;
  private serves = false;
  private deaths = 0;
  private stopping: Promise<void> | undefined;

  constructor(options: EmbeddedDatabaseOptions) {
    this.options = { ...DEFAULTS, ...options };
    this.serving = this.settled(this.start());
    this.serving.catch(() => this.address.remove());
  }

  /**
   * Resolves when the engine serves queries, also after a crash.
   *
   * @throws DataFolderInUseError, or another Error when the first start failed.
   */
  ready(): Promise<void> {
    return this.serving;
  }

  /** False while it starts, and from a crash to the end of the next start. */
  get isServing(): boolean {
    return this.serves;
  }

  get socketPath(): string {
    return this.address.path;
  }

  /** The process of the engine; a new one after each crash. */
  get enginePid(): number | undefined {
    return this.engine?.pid;
  }

  get isStopping(): boolean {
    return this.stopping !== undefined;
  }

  /** Ends the engine after a checkpoint. The pool must be closed before. */
  stop(): Promise<void> {
    this.stopping ??= this.end();
    return this.stopping;
  }

  private async end(): Promise<void> {
    await this.engine?.stop();
    this.address.remove();
  }

  private async start(): Promise<void> {
    const { dataDir, template, maxIdleTransactionMs, lockWaitMs, maxQueryMs } = this.options;
    const startedAtMs = performance.now();
    this.engine = new RunningEngine(
      { dataDir, template, maxIdleTransactionMs, lockWaitMs, socketPath: this.address.path },
      maxQueryMs,
      {
        warn: (text) => this.warn(text),
        ended: (reason) => this.onDeath(reason, performance.now() - startedAtMs),
      },
    );
    await this.engine.ready;
    this.serves = true;
  }

  private onDeath(reason: string, livedMs: number): void {
    this.serves = false;
    if (this.stopping) return;
    this.deaths = livedMs > HEALTHY_AFTER_MS ? 1 : this.deaths + 1;
    this.warn(`${reason} It is started again.`);
    this.serving = this.settled(this.startAgain());
  }

  /** Tries until it succeeds: the server has work that waits for it. */
  private async startAgain(): Promise<void> {
    for (;;) {
      await delay(this.deaths === 1 ? 0 : Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (this.deaths - 2)));
      if (this.stopping) throw new Error('The embedded database is stopping.');
      try {
        return await this.start();
      } catch (error) {
        this.deaths += 1;
        this.warn((error as Error).message);
      }
    }
  }

  /** Whoever needs the engine awaits `ready`; a failure that nobody awaits must not end the process. */
  private settled(start: Promise<void>): Promise<void> {
    start.catch(() => undefined);
    return start;
  }
}

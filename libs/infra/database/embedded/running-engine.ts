import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { DataFolderInUseError } from './data-folder-in-use.error';
import type { EngineProcessOptions, FromEngine, ToEngine } from './engine-messages';
import { Watchdog } from './watchdog';

export interface RunningEngineEvents {
  warn: (text: string) => void;
  /** The process has ended after it was ready, for whatever reason. */
  ended: (reason: string) => void;
}

/** In tests the sources are TypeScript, which a process of its own must first learn to read. */
const SOURCE_EXTENSION = path.extname(__filename);
const PROCESS_FILE = path.join(__dirname, `engine-process${SOURCE_EXTENSION}`);
const NODE_OPTIONS = SOURCE_EXTENSION === '.ts' ? ['--require', path.join(__dirname, 'typescript-source.cjs')] : [];

/** How long the engine may take to checkpoint and leave before it is killed. */
const MAX_STOP_MS = 10_000;

/** One life of the engine's process, from its start to its end. */
export class RunningEngine {
  /** Resolves when the engine serves its socket; rejects when it ended before. */
  readonly ready: Promise<void>;
  private readonly child: ChildProcess;
  private readonly ended: Promise<void>;
  private watchdog: Watchdog | undefined;
  private failure: Error | undefined;

  constructor(
    private readonly options: EngineProcessOptions,
    private readonly maxQueryMs: number,
    private readonly events: RunningEngineEvents,
  ) {
    this.child = fork(PROCESS_FILE, [JSON.stringify(options)], {
      execArgv: NODE_OPTIONS,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.ready = promise;
    this.child.on('message', (message: FromEngine) => this.hear(message, resolve));
    // Comes without an exit when there was no process to begin with.
    this.child.once('error', reject);
    this.ended = new Promise((end) => {
      // Not 'exit', which may come before the last messages are read.
      this.child.once('close', (code, signal) => {
        reject(this.failure ?? new Error(`The embedded database could not start (${signal ?? code}).`));
        this.leave(signal ?? `exit code ${code}`);
        end();
      });
    });
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  async stop(): Promise<void> {
    if (this.child.pid === undefined) return;
    this.say({ kind: 'stop' });
    const killer = setTimeout(() => this.child.kill('SIGKILL'), MAX_STOP_MS);
    await this.ended;
    clearTimeout(killer);
  }

  private hear(message: FromEngine, serve: () => void): void {
    switch (message.kind) {
      case 'ready':
        this.watchdog = this.watch();
        serve();
        break;
      case 'pong':
        this.watchdog?.heard();
        break;
      case 'warning':
        this.events.warn(message.text);
        break;
      case 'folder_in_use':
        this.failure = new DataFolderInUseError(this.options.dataDir, message.pid);
        break;
      case 'failed':
        this.failure = new Error(`The embedded database failed: ${message.text}.`);
    }
  }

  private watch(): Watchdog {
    return new Watchdog({
      maxSilenceMs: this.maxQueryMs,
      ping: () => this.say({ kind: 'ping' }),
      onSilence: () => {
        this.failure = new Error(`A query ran longer than ${this.maxQueryMs / 1_000} s and was ended with the engine.`);
        this.child.kill('SIGKILL');
      },
    });
  }

  private leave(how: string): void {
    const wasReady = this.watchdog !== undefined;
    this.watchdog?.stop();
    if (wasReady) this.events.ended(this.failure?.message ?? `The embedded database ended (${how}).`);
  }

  private say(message: ToEngine): void {
    // The channel may close while the message is on its way; the exit tells the rest.
    if (this.child.connected) this.child.send(message, () => undefined);
  }
}

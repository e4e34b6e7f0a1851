/**
 * The process of the embedded engine. It is one of its own because PGlite blocks its process while a statement runs.
 * It serves the gate on a socket, and ends when its parent says so or is gone. Signals are the parent's business: the
 * terminal and the service manager send them to both, and the parent still has queries to finish.
 */
import { mkdirSync, rmdirSync, rmSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { removeAddress, writeAddress } from './address-file';
import { engineFolder, prepareDataFolder } from './data-folder';
import type { EngineProcessOptions, FromEngine, ToEngine } from './engine-messages';
import { type FolderLock, lockFolder, ownerOf } from './folder-lock';
import { Gate } from './gate';
import { PgliteEngine } from './pglite-engine';

class EngineProcess {
  private ending = false;
  private lock: FolderLock | undefined;
  private engine: PgliteEngine | undefined;
  private gate: Gate | undefined;
  private readonly server = net.createServer({ noDelay: true }, (socket) => this.welcome(socket));

  constructor(private readonly options: EngineProcessOptions) {}

  async start(): Promise<void> {
    const { dataDir, socketPath, template, lockWaitMs } = this.options;
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    this.lock = await lockFolder(dataDir, { waitMs: lockWaitMs, ownerPid: process.ppid });
    if (!this.lock) return tellAndLeave({ kind: 'folder_in_use', pid: ownerOf(dataDir) });
    await prepareDataFolder(dataDir, template);
    this.engine = await PgliteEngine.open(engineFolder(dataDir));
    this.gate = this.openGate(this.engine);
    removeSocket(socketPath);
    this.server.on('error', (error) => this.fail(error));
    this.server.listen(socketPath, () => {
      writeAddress(dataDir, socketPath);
      tell({ kind: 'ready' });
    });
  }

  /** Leaves a checkpoint, so that the next start is quick. */
  async end(): Promise<void> {
    if (this.ending) return;
    this.ending = true;
    try {
      this.server.close();
      removeAddress(this.options.dataDir);
      this.gate?.closeAll();
      await this.engine?.close();
      this.lock?.release();
      removeSocketFolder(this.options.socketPath);
    } finally {
      leave();
    }
  }

  fail(error: unknown): void {
    if (this.ending) return;
    const text = error instanceof Error ? error.message : String(error);
    tellAndLeave({ kind: 'failed', text });
  }

  private openGate(engine: PgliteEngine): Gate {
    const { maxIdleTransactionMs } = this.options;
    const idle = `A transaction was idle for ${maxIdleTransactionMs / 1_000} s and was rolled back: wait for nothing but the database inside it.`;
    return new Gate(engine, {
      maxIdleTransactionMs,
      onIdleTransaction: () => tell({ kind: 'warning', text: idle }),
      onBroken: (error) => this.fail(error),
    });
  }

  private welcome(socket: net.Socket): void {
    const { gate } = this;
    if (!gate) return void socket.destroy();
    const connection = gate.connect({
      write: (bytes) => void (socket.writable && socket.write(bytes)),
      end: () => void socket.end(),
    });
    socket.on('data', (bytes) => connection.receive(bytes));
    socket.on('close', () => gate.leave(connection));
    // A close follows.
    socket.on('error', () => undefined);
  }
}

function tell(message: FromEngine): void {
  if (process.connected) process.send?.(message);
}

function tellAndLeave(message: FromEngine): void {
  if (!process.connected || !process.send) leave();
  else process.send(message, undefined, {}, leave);
}

/** An ordinary exit would wait a second or two for the compiler of WASM, which works in the background. */
function leave(): void {
  process.kill(process.pid, 'SIGKILL');
}

/** A killed engine leaves its socket file behind. Named pipes of Windows are no files. */
function removeSocket(socketPath: string): void {
  if (process.platform !== 'win32') rmSync(socketPath, { force: true });
}

function removeSocketFolder(socketPath: string): void {
  removeSocket(socketPath);
  try {
    if (process.platform !== 'win32') rmdirSync(path.dirname(socketPath));
  } catch {
    // The parent was faster.
  }
}

function main(): void {
  const engineProcess = new EngineProcess(JSON.parse(process.argv[2] ?? '') as EngineProcessOptions);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
  process.on('disconnect', () => void engineProcess.end());
  process.on('message', (message: ToEngine) => {
    if (message.kind === 'ping') tell({ kind: 'pong' });
    else void engineProcess.end();
  });
  engineProcess.start().catch((error: unknown) => engineProcess.fail(error));
}

main();

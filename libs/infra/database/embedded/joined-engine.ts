import net from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { readAddress } from './address-file';
import type { ServingEngine } from './embedded-database';

/** A socket of this machine answers at once or never. */
const MAX_CONNECT_MS = 2_000;

/** The engine of another process of the same user: its gate takes our statements in turn with those of that process. */
export class JoinedEngine implements ServingEngine {
  readonly isServing = true;
  private hasLeft = false;

  private constructor(private readonly dataDir: string) {}

  /** Undefined when no process serves the folder, or its processes are out of reach from here (another container). */
  static async join(dataDir: string): Promise<JoinedEngine | undefined> {
    const address = readAddress(dataDir);
    return address !== undefined && (await answers(address)) ? new JoinedEngine(dataDir) : undefined;
  }

  /** Read anew each time: a server that was started again listens elsewhere. */
  get socketPath(): string {
    return readAddress(this.dataDir) ?? '';
  }

  get isStopping(): boolean {
    return this.hasLeft;
  }

  async ready(): Promise<void> {}

  /** The engine is not ours to end. */
  async stop(): Promise<void> {
    this.hasLeft = true;
  }
}

async function answers(address: string): Promise<boolean> {
  const socket = net.connect(address);
  const tooLate = new AbortController();
  try {
    return await Promise.race([
      new Promise<boolean>((resolve) => {
        socket.once('connect', () => resolve(true)).on('error', () => resolve(false));
      }),
      delay(MAX_CONNECT_MS, false, { signal: tooLate.signal }).catch(() => false),
    ]);
  } finally {
    tooLate.abort();
    socket.destroy();
  }
}

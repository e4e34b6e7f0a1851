import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import type { Engine } from './gate';
import { queryMessage, startupPacket } from './wire-protocol';

/**
 * Settings of the engine. Shared buffers: 64 MB reads as fast as the default 128 MB, and saves 75 MB (measured).
 */
const SETTINGS = ['shared_buffers=64MB'];

/** WAL files of 1 MB (not 16) are written as fast, and make a new data folder 12 MB smaller. */
const INITDB_OPTIONS = ['--wal-segsize=1'];

/** PostgreSQL in WASM. While it runs a statement, nothing else runs in this process. */
export class PgliteEngine implements Engine {
  private constructor(
    private readonly pglite: PGlite,
    readonly greeting: Buffer,
  ) {}

  /** Opens the data folder; in an empty one it makes a database, which takes seconds. */
  static async open(folder: string): Promise<PgliteEngine> {
    const options: PGliteOptions = {
      dataDir: folder,
      extensions: { vector },
      startParams: [...PGlite.defaultStartParams, ...SETTINGS.flatMap((setting) => ['-c', setting])],
      initDbStartParams: INITDB_OPTIONS,
    };
    const pglite = await PGlite.create(options);
    const greeting = await run(pglite, startupPacket('postgres', 'postgres'));
    // The engine repeats its settings in the first answer after a greeting, which would confuse the first client.
    await run(pglite, queryMessage('SELECT 1'));
    return new PgliteEngine(pglite, greeting);
  }

  execute(messages: Buffer): Promise<Buffer> {
    return run(this.pglite, messages);
  }

  /** Writes a checkpoint, so that the next start has nothing to recover. */
  close(): Promise<void> {
    return this.pglite.close();
  }
}

/** The streaming call only: `execProtocolRaw` also parses every answer and keeps what it parsed for ever. */
async function run(pglite: PGlite, messages: Buffer): Promise<Buffer> {
  const chunks: Buffer[] = [];
  // Copied, because the bytes are a view of the engine's memory. NodeFS has nothing to sync.
  const onRawData = (bytes: Uint8Array) => void chunks.push(Buffer.from(bytes));
  await pglite.execProtocolRawStream(messages, { syncToFs: false, onRawData });
  const [only] = chunks;
  return chunks.length === 1 && only ? only : Buffer.concat(chunks);
}

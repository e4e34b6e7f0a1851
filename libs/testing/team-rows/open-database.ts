import { readdirSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { Client } from 'pg';
import { Installation, newDataDir } from '../parley';

/** An installation whose rows can be looked at while it runs. */
export interface OpenInstallation {
  parley: Installation;
  /** A connection of our own. */
  database: Client;
}

/** As `Installation.start`. To be ended with `closeInstallation`. */
export async function openInstallation(environment: Record<string, string> = {}): Promise<OpenInstallation> {
  const dataDir = newDataDir();
  // The socket of the embedded database lies among the temporary files.
  const parley = await Installation.start({ TMPDIR: dataDir, ...environment }, dataDir);
  const { databaseUrl } = parley;
  const database = databaseUrl ? new Client({ connectionString: databaseUrl }) : new Client(embeddedIn(dataDir));
  await database.connect();
  return { parley, database };
}

export async function closeInstallation(opened: OpenInstallation | undefined): Promise<void> {
  await opened?.database.end();
  await opened?.parley.remove();
}

function embeddedIn(dataDir: string) {
  const [folder] = readdirSync(dataDir).filter((name) => name.startsWith('parley-'));
  if (!folder) throw new Error(`There is no socket of the embedded database in ${dataDir}.`);
  return { user: 'postgres', ssl: false, stream: () => new EngineSocket(path.join(dataDir, folder, 'db')) };
}

/** A socket that knows where to go, whatever host and port node-postgres has in mind. */
class EngineSocket extends net.Socket {
  constructor(private readonly enginePath: string) {
    super();
  }

  override connect(): this {
    return super.connect(this.enginePath);
  }
}

import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/**
 * Secrets that an installation makes for itself when the operator gives none. They live in the data folder, readable by
 * its owner only, because whoever can read the embedded database can read all that they protect. Each has a file of its
 * own, so that one which a newer Parley needs is made beside those that are there.
 */
const MAKERS = {
  JWT_SECRET: { fileName: 'secrets.json', make: () => randomBytes(48).toString('base64url') },
  SECRETS_KEY: { fileName: 'sealing.json', make: () => randomBytes(32).toString('base64') },
} as const;

export type GeneratedSecret = keyof typeof MAKERS;

/** Reads the secret of the data folder, or makes it. Safe when two processes start at once: the first link wins. */
export function generatedSecret(dataDir: string, name: GeneratedSecret): string {
  const file = path.join(dataDir, MAKERS[name].fileName);
  if (!existsSync(file)) makeSecret(dataDir, file, name);
  chmodSync(file, 0o600);
  const content = z.object({ [name]: z.string().min(32) }).parse(JSON.parse(readFileSync(file, 'utf8')));
  return content[name] as string;
}

function makeSecret(dataDir: string, file: string, name: GeneratedSecret): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify({ [name]: MAKERS[name].make() }, null, 2)}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Puts secrets in place of those that were made: for data that was sealed under them. */
export function replaceGeneratedSecrets(dataDir: string, secrets: Readonly<Record<GeneratedSecret, string>>): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  for (const name of Object.keys(MAKERS) as GeneratedSecret[]) {
    const file = path.join(dataDir, MAKERS[name].fileName);
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, `${JSON.stringify({ [name]: secrets[name] }, null, 2)}\n`, { mode: 0o600 });
    renameSync(draft, file);
  }
}

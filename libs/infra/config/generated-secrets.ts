import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/**
 * Secrets that the embedded mode makes for itself at first start. They live in the data folder, readable by its owner
 * only, because whoever can read the embedded database can read all that they protect.
 */
const FILE_NAME = 'secrets.json';
const GENERATED = z.object({ JWT_SECRET: z.string().min(32) });

export type GeneratedSecrets = z.infer<typeof GENERATED>;

/** Reads the secrets of the data folder, or makes them. Safe when two processes start at once: the first link wins. */
export function generatedSecrets(dataDir: string): GeneratedSecrets {
  const file = path.join(dataDir, FILE_NAME);
  if (!existsSync(file)) makeSecrets(dataDir, file);
  chmodSync(file, 0o600);
  return GENERATED.parse(JSON.parse(readFileSync(file, 'utf8')));
}

function makeSecrets(dataDir: string, file: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const secrets: GeneratedSecrets = { JWT_SECRET: randomBytes(48).toString('base64url') };
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

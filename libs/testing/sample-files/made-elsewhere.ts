import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A file that another program made; `made-elsewhere/README.md` says which. */
export function madeElsewhere(name: string): Buffer<ArrayBuffer> {
  return Buffer.from(readFileSync(path.join(__dirname, 'made-elsewhere', name)));
}

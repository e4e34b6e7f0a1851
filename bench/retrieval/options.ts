import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** `--name value` from the command line. */
export function option(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

/** Where the sets are, by `--data`: the folder of them, or the one above that keeps them in `retrieval`. */
export function dataFolder(): string {
  const folder = option('data');
  if (folder === undefined) throw new Error('Say where the sets are: --data <folder>');
  const inside = join(folder, 'retrieval');
  return existsSync(inside) ? inside : folder;
}

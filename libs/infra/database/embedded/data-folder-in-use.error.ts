import path from 'node:path';

/** Two engines on one folder would destroy it, so the second start is refused. */
export class DataFolderInUseError extends Error {
  constructor(
    folder: string,
    /** Undefined when the other process did not leave its number. */
    readonly pid: number | undefined,
  ) {
    const who = pid === undefined ? '' : ` (pid ${pid})`;
    super(`The data folder ${asTyped(folder)} is used by another Parley process${who}.`);
    this.name = 'DataFolderInUseError';
  }
}

/** `./data` rather than its absolute path, where that is what people typed. */
function asTyped(folder: string): string {
  const relative = path.relative(process.cwd(), folder);
  return relative.startsWith('..') || path.isAbsolute(relative) ? folder : `./${relative}`;
}

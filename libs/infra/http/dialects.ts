import type { Dialect, Mount } from './dialect';

/**
 * Which dialect owns a path: the longest mount whose segments match exactly; of two equally long ones that with a
 * method. A pure function, so that it also answers when the router or the body parser has failed.
 */
export function resolveDialect(dialects: readonly Dialect[], method: string, path: string): Dialect | undefined {
  let owner: Dialect | undefined;
  let best = -1;
  for (const dialect of dialects) {
    for (const mount of dialect.mounts) {
      const rank = mount.path.length * 2 + (mount.method === undefined ? 0 : 1);
      if (rank > best && covers(mount, method, path)) {
        owner = dialect;
        best = rank;
      }
    }
  }
  return owner;
}

function covers(mount: Mount, method: string, path: string): boolean {
  if (mount.method !== undefined && mount.method !== method && !(mount.method === 'GET' && method === 'HEAD')) {
    return false;
  }
  const base = mount.path === '/' ? '' : mount.path;
  if (!path.startsWith(base)) return false;
  const rest = path.slice(base.length);
  return rest === '' || rest === '/' || (rest.startsWith('/') && mount.exact !== true);
}

/** The dialects that this process speaks. Also the injection token. */
export class Dialects {
  /** Answers for what comes before any path is known. */
  readonly root: Dialect;

  /** @throws Error when two dialects claim one mount or none is mounted at `/`: the process must not start. */
  constructor(readonly list: readonly Dialect[]) {
    refuseDoubleMounts(list);
    const root = list.find((dialect) => dialect.mounts.some((mount) => mount.path === '/' && !mount.method));
    if (!root) throw new Error('One dialect must be mounted at "/", so that every path has an owner.');
    this.root = root;
  }

  owning(method: string, path: string): Dialect {
    return resolveDialect(this.list, method, path) ?? this.root;
  }
}

function refuseDoubleMounts(dialects: readonly Dialect[]): void {
  const owners = new Map<string, string>();
  for (const dialect of dialects) {
    for (const { path, method } of dialect.mounts) {
      const claim = `${method ?? 'every method'} ${path}`;
      const owner = owners.get(claim);
      if (owner) throw new Error(`The dialects ${owner} and ${dialect.name} both claim ${claim}.`);
      owners.set(claim, dialect.name);
    }
  }
}

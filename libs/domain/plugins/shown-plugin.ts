import type { BuiltIns } from './builtin/builtins';
import type { PluginRow } from './plugins.queries';
import type { Plugin } from './plugins.types';

const SYSTEM_AUTHOR = 'Parley';

/** What the row leaves open is as the code says. */
export function shownPlugin({ secret: _, ...row }: PluginRow, builtIns: BuiltIns): Plugin {
  const builtIn = row.kind === 'builtin' ? builtIns.find(row.entryPoint ?? '') : undefined;
  if (builtIn === undefined) return row;
  return {
    ...row,
    description: row.description ?? builtIn.description,
    author: row.teamId === null ? SYSTEM_AUTHOR : row.author,
    hooks: row.hooks.length > 0 ? row.hooks : builtIn.hooks,
    configOptions: row.configOptions.length > 0 ? row.configOptions : builtIn.configOptions,
  };
}

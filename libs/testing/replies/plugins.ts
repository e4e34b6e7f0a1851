import { type InstalledPlugins, NO_PLUGINS, type PluginRun, type PluginTool } from '#domain/plugins';

export function runOf(changes: Partial<PluginRun> = {}): PluginRun {
  return { plugin: 'helper', version: '1.0.0', phase: 'tool', outcome: 'ok', durationMs: 1, ...changes };
}

/** A tool that answers as it is told. */
export function toolOf(
  name: string,
  answer: (args: string, signal?: AbortSignal) => string | Promise<string>,
): PluginTool {
  return {
    name,
    description: `Does ${name}.`,
    parameters: { type: 'object' },
    call: async (args, signal) => ({ text: await answer(args, signal), run: runOf({ tool: name }) }),
  };
}

/** A tool that says that it has failed. */
export function failingTool(name: string): PluginTool {
  const run = runOf({ tool: name, outcome: 'failed', message: 'No.' });
  return { ...toolOf(name, () => ''), call: async () => ({ text: 'It failed: No.', run }) };
}

export function pluginsWith(changes: Partial<InstalledPlugins>): InstalledPlugins {
  return { ...NO_PLUGINS, isEmpty: false, ...changes };
}

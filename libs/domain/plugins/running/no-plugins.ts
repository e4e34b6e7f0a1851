import type { InstalledPlugins } from '../plugin-runs.types';

/** Of a bot without plugins, which is most of them. */
export const NO_PLUGINS: InstalledPlugins = Object.freeze({
  isEmpty: true,
  postProcesses: false,
  mask: (text: string) => text,
  preProcess: async (_turn: unknown, text: string) => ({ text, runs: [] }),
  postProcess: async (_turn: unknown, { text }: { text: string }) => ({ text, runs: [] }),
  tools: async () => [],
});

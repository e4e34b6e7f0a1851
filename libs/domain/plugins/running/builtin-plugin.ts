import { type BuiltInTool, type RunningBuiltIn, ToolFault } from '../builtin/builtin.types';
import type { PluginHook } from '../plugins.types';
import { PluginFault } from './plugin-fault';
import type { HookInput, ReadyPlugin, ReadyTool } from './ready-plugin';
import { toldResult } from './told-result';

type Described = Pick<ReadyPlugin, 'name' | 'version' | 'healthKey' | 'timeoutMs' | 'hooks'>;

/** A part of Parley: it is never down, and is there whenever this process is. */
export function builtinPlugin(described: Described, running: RunningBuiltIn): ReadyPlugin {
  const { mask, tools = [] } = running;
  const stepOf = (hook: PluginHook) => (hook.name === 'pre-process' ? running.preProcess : running.postProcess);
  return {
    ...described,
    circuitKey: undefined,
    ...(mask ? { mask } : {}),
    // What masks has masked before any hook runs.
    hooks: mask ? [] : described.hooks,
    runs: (hook) => stepOf(hook) !== undefined,
    async process({ hook, text }: HookInput) {
      const step = stepOf(hook);
      if (!step) throw new PluginFault(`This plugin does nothing at ${hook.name}.`, 'skipped');
      return step(text);
    },
    hasTools: tools.length > 0,
    tools: async () => tools.map(readyTool),
    probe: async () => undefined,
  };
}

function readyTool({ name, description, parameters, call }: BuiltInTool): ReadyTool {
  return {
    name,
    description,
    parameters,
    // They read and compute.
    isRepeatable: true,
    async call(args, turn, signal) {
      try {
        return toldResult(await call(args, { turn, signal }));
      } catch (error) {
        throw error instanceof ToolFault ? new PluginFault(error.message) : error;
      }
    },
  };
}

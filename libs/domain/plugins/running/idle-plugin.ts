import { PluginFault } from './plugin-fault';
import type { ReadyPlugin } from './ready-plugin';

/** What is known of a plugin before it is made to run. */
export type Described = Pick<ReadyPlugin, 'name' | 'version' | 'circuitKey' | 'healthKey' | 'timeoutMs' | 'hooks'>;

export const NO_ENTRY_POINT = 'This plugin has no entry point: there is nothing to run.';

/** It has nothing to run, or cannot be run; every trace and its status say why. */
export function idlePlugin(described: Described, fault: PluginFault): ReadyPlugin {
  const refuse = () => Promise.reject(fault);
  return {
    ...described,
    circuitKey: undefined,
    runs: () => false,
    process: refuse,
    hasTools: false,
    tools: refuse,
    probe: refuse,
  };
}

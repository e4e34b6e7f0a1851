import type { PluginTurn } from '../plugin-runs.types';
import type { PluginConfig, PluginHook } from '../plugins.types';

/** What a hook is given. */
export interface HookInput {
  hook: PluginHook;
  turn: PluginTurn;
  /** What may be changed. */
  text: string;
  /** Of a reply: what it answers. */
  message?: string;
}

export interface ReadyTool {
  name: string;
  description: string;
  parameters: PluginConfig;
  /** Calling it once more changes nothing further. */
  isRepeatable?: boolean;
  /** Gives what the model is told. @throws PluginFault */
  call(args: PluginConfig, turn: PluginTurn, signal: AbortSignal): Promise<string>;
}

/** An installed plugin with its configuration and all that it needs. Whoever calls it bounds it in time and number. */
export interface ReadyPlugin {
  readonly name: string;
  readonly version: string;
  /** Of what may be down: the plugin for the team. Undefined for what is part of this process. */
  readonly circuitKey: string | undefined;
  /** Of what is told of its runs: the installation. */
  readonly healthKey: string;
  readonly timeoutMs: number;
  readonly hooks: readonly PluginHook[];
  /** Before anything is stored, sent or told; linear in the text. */
  readonly mask?: (text: string) => string;
  /** Whether the hook does anything. */
  runs(hook: PluginHook): boolean;
  /** @throws PluginFault */
  process(input: HookInput, signal: AbortSignal): Promise<string>;
  /** Whether it may have tools, so that it is worth asking. */
  readonly hasTools: boolean;
  /** How long whoever asks for the tools waits; as for a turn unless given. */
  readonly listTimeoutMs?: number;
  /** @throws PluginFault */
  tools(signal: AbortSignal): Promise<readonly ReadyTool[]>;
  /** @throws PluginFault telling why it does not work */
  probe(signal: AbortSignal): Promise<void>;
}

import type { PluginTurn } from '../plugin-runs.types';
import type { ConfigOption, PluginConfig, PluginHook } from '../plugins.types';

/** What whoever calls a tool knows. */
export interface BuiltInCall {
  turn: PluginTurn;
  signal: AbortSignal;
}

export interface BuiltInTool {
  name: string;
  description: string;
  parameters: PluginConfig;
  /** @throws ToolFault, whose message the model is told */
  call(args: PluginConfig, call: BuiltInCall): Promise<unknown> | unknown;
}

/** With a configuration, ready to run. All of it takes time in proportion to the text. */
export interface RunningBuiltIn {
  /** Before anything is stored, sent or told. */
  mask?(text: string): string;
  preProcess?(text: string): string;
  postProcess?(text: string): string;
  tools?: readonly BuiltInTool[];
}

export interface BuiltIn {
  /** Also its entry point. */
  readonly name: string;
  readonly description: string;
  readonly hooks: readonly PluginHook[];
  readonly configOptions: readonly ConfigOption[];
  /** Loads what it needs. What is missing in `config`, or of another form, is as its default says. */
  start(config: PluginConfig): Promise<RunningBuiltIn>;
}

/** What a tool cannot do, in words for a model. */
export class ToolFault extends Error {}

import type { Scope } from '#kernel';
import type { Caller } from '../protocol/caller';
import type { Progress } from '../protocol/progress';

type WireClass<Instance extends object> = new () => Instance;

/** What hosts may know of a tool before they call it. All of ours stay within the team's own data. */
export interface ToolHints {
  readOnlyHint: boolean;
  destructiveHint?: boolean;
  idempotentHint?: boolean;
}

export interface ToolAnswer<Output extends object> {
  /** For models and people whose client does not look at what is structured. */
  text: string;
  output: Output;
}

/** A tool as models see it. What `call` throws of the caller's making is told to the model, so that it can do better. */
export interface McpTool<Input extends object = object, Output extends object = object> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Who lacks it is not told of the tool. */
  readonly scope: Scope;
  readonly hints: ToolHints;
  /** Classes of fields, from which the schemas are made. */
  readonly input: WireClass<Input>;
  readonly output: WireClass<Output>;
  call(caller: Caller, input: Input, progress: Progress | undefined): Promise<ToolAnswer<Output>>;
}

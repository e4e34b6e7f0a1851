/**
 * The tools of a turn, and how much of them it may use: a model that goes round in circles must neither keep the user waiting
 * nor run up a bill. All models of the turn share the bounds.
 */
import type { PluginRun, PluginTool } from '#domain/plugins';
import type { LlmTool, LlmToolCall } from '#providers/llm';

const maxCalls = 10;
/** For all calls together, from the first one. */
const maxMs = 60_000;
const maxResultChars = 16_000;

const CUT = '\n(Cut here: the result goes on.)';
const NO_MORE_CALLS = 'Not called: no further calls are allowed in this turn. Answer with what you have.';
const FAILED = 'The tool failed.';
const OUT_OF_TIME = 'Not finished: there is no more time for tools in this turn. Answer with what you have.';

export interface ToolResult {
  callId: string;
  text: string;
  /** Undefined when nothing was called. */
  run?: PluginRun;
}

export class Toolbox {
  readonly offered: readonly LlmTool[];
  private readonly byName: ReadonlyMap<string, PluginTool>;
  private calls = 0;
  private time: AbortSignal | undefined;

  /** @param onRun is told of everything that was called */
  constructor(
    tools: readonly PluginTool[],
    private readonly onRun: (run: PluginRun) => void,
  ) {
    this.byName = new Map(tools.map((tool) => [tool.name, tool]));
    this.offered = tools.map(({ name, description, parameters }) => ({ name, description, parameters }));
  }

  /** Nothing more is called. */
  get isSpent(): boolean {
    return this.calls >= maxCalls || this.time?.aborted === true;
  }

  /** In the order of the calls; those of one message go on at the same time. Throws the reason of `signal` when that aborts. */
  async call(calls: readonly LlmToolCall[], signal?: AbortSignal): Promise<ToolResult[]> {
    signal?.throwIfAborted();
    this.time ??= AbortSignal.timeout(maxMs);
    const either = signal ? AbortSignal.any([signal, this.time]) : this.time;
    const results = await Promise.all(calls.map((call) => this.callOne(call, either)));
    signal?.throwIfAborted();
    for (const { run } of results) if (run) this.onRun(run);
    return results;
  }

  private async callOne({ id: callId, name, arguments: args }: LlmToolCall, signal: AbortSignal): Promise<ToolResult> {
    const tool = this.byName.get(name);
    if (!tool) return { callId, text: `There is no tool with the name "${name}".` };
    if (this.isSpent) return { callId, text: NO_MORE_CALLS };
    this.calls += 1;
    try {
      const { text, run } = await tool.call(args, signal);
      return { callId, text: withinChars(text), run };
    } catch (error) {
      if (this.time?.aborted) return { callId, text: OUT_OF_TIME };
      if (signal.aborted) throw error;
      return { callId, text: FAILED };
    }
  }
}

function withinChars(text: string): string {
  if (text.length <= maxResultChars) return text;
  return text.slice(0, maxResultChars - CUT.length).toWellFormed() + CUT;
}

import type { PluginTool } from '#domain/plugins';
import type { LlmToolCall } from '#providers/llm';
import { NO_USAGE, type StepLog } from '../steps/step-log';
import { storableArguments } from './storable';

export interface ToolCallerParts {
  tools: readonly PluginTool[];
  log: StepLog;
  signal: AbortSignal;
}

interface Told {
  text: string;
  fault: string | null;
}

/** Calls tools; each call is written down before and after. What fails is told to the model, which may try again. */
export class ToolCaller {
  private readonly tools: ReadonlyMap<string, PluginTool>;

  constructor(private readonly parts: ToolCallerParts) {
    this.tools = new Map(parts.tools.map((tool) => [tool.name, tool]));
  }

  /** What the model is told. @throws TakenAwayError; the reason of an aborted signal */
  async answer({ id, name, arguments: args }: LlmToolCall): Promise<string> {
    const { log, signal } = this.parts;
    signal.throwIfAborted();
    const position = await log.begin({ kind: 'tool', name, callId: id, input: storableArguments(args) });
    const { text, fault } = await this.call(name, args);
    const state = fault === null ? 'completed' : 'failed';
    await log.end(position, { state, output: { text }, error: fault, usage: NO_USAGE });
    return text;
  }

  private async call(name: string, args: string): Promise<Told> {
    const tool = this.tools.get(name);
    if (!tool) return unknownTool(name, [...this.tools.keys()]);
    const { text, run } = await tool.call(args, this.parts.signal);
    return { text, fault: run.outcome === 'ok' ? null : (run.message ?? run.outcome) };
  }
}

function unknownTool(name: string, known: readonly string[]): Told {
  const others = known.length === 0 ? 'There are no tools.' : `There are: ${known.join(', ')}.`;
  const text = `There is no tool called ${name.slice(0, 100)}. ${others}`;
  return { text, fault: text };
}

import { Injectable } from '@nestjs/common';
import { BudgetMeter } from '#domain/budgets';
import { ReadyModels } from '#domain/models';
import { Notices } from '#infra/notices';
import { Clock } from '#kernel';
import type { LlmMessage, LlmModel } from '#providers/llm';
import { executionChanged } from '../agents.notices';
import { ExecutionsQueries } from '../executions/executions.queries';
import type { AgentStep } from '../executions/executions.types';
import { LoopsQueries } from '../loops/loops.queries';
import { type ExecutionRun, TakenAwayError } from '../running/execution-run';
import { type ClaimedExecution, RunningQueries } from '../running/running.queries';
import { NO_USAGE, StepLog } from '../steps/step-log';
import { StepsQueries } from '../steps/steps.queries';
import { type TellingSoFar, toldSoFar, toolMessage } from '../steps/told-so-far';
import { type EquippedTools, ExecutionTools } from '../tools/execution-tools';
import { ExecutionBudget } from './execution-budget';
import { ModelCaller } from './model-caller';
import { runAgent } from './run-agent';
import { ToolCaller } from './tool-caller';

const CUT_OFF = 'The process that made the call ended before an answer came.';

/** What an execution consists of: its tools, its model, what was done until now, and the agent that goes on from there. */
@Injectable()
export class AgentWork {
  constructor(
    private readonly loops: LoopsQueries,
    private readonly executions: ExecutionsQueries,
    private readonly running: RunningQueries,
    private readonly steps: StepsQueries,
    private readonly tools: ExecutionTools,
    private readonly models: ReadyModels,
    private readonly meter: BudgetMeter,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  /** What the model says in the end. @param known is told what it has said last @throws TakenAwayError; what makes it fail */
  async do(
    run: ExecutionRun,
    execution: ClaimedExecution,
    signal: AbortSignal,
    known: { lastText: string | null },
  ): Promise<string> {
    signal.throwIfAborted();
    const { id, teamId, loopId, terms, input } = execution;
    const loop = await this.loops.find(teamId, loopId);
    if (!loop) throw new TakenAwayError();
    const log = new StepLog(run, this.steps, () =>
      this.notices.publish(executionChanged, { executionId: id, isOver: false }),
    );
    // The run has the execution: whoever had begun these is gone.
    await this.steps.abandon(id, this.clock.now(), CUT_OFF);
    const steps = await this.executions.steps(id);
    known.lastText = lastTextIn(steps);
    const equipped = await this.tools.of(loop, signal);
    const model = await this.modelOf(teamId, terms);
    if (!(await this.running.equip(run.place, model.name, equipped.servers))) throw new TakenAwayError();
    if (!model.capabilities.tools) return this.explained(log, model, steps);
    const soFar = toldSoFar(input.userMessage, steps, repeatableAmong(equipped));
    return soFar.output ?? this.talk({ execution, log, model, steps, soFar, equipped, signal, known });
  }

  private async modelOf(teamId: string, { modelId, model }: ClaimedExecution['terms']): Promise<LlmModel> {
    const choice = { ...(modelId === null ? {} : { modelId }), ...(model === null ? {} : { model }) };
    const [speaker] = await this.models.speakers(teamId, choice);
    return speaker!.model;
  }

  private async talk(parts: TalkParts): Promise<string> {
    const { execution, log, model, steps, soFar, equipped, signal, known } = parts;
    const { tools } = equipped;
    const knownCallIds = steps.flatMap(callIdsIn);
    const budget = new ExecutionBudget(execution.terms, execution);
    const modelCaller = new ModelCaller({
      ...{ model, tools, budget, log, signal, knownCallIds },
      ...{ meter: this.meter, teamId: execution.teamId },
    });
    const toolCaller = new ToolCaller({ tools, log, signal });
    const messages = await wholeMessages(soFar, toolCaller);
    try {
      return await runAgent({ system: execution.terms.systemPrompt, messages, tools, modelCaller, toolCaller, signal });
    } finally {
      known.lastText = modelCaller.lastText ?? known.lastText;
    }
  }

  /** A model that can call nothing is not asked: it would only make up what its tools would have told it. */
  private async explained(log: StepLog, { name }: LlmModel, steps: readonly AgentStep[]): Promise<string> {
    const done = steps.find(({ kind, state }) => kind === 'model' && state === 'completed');
    if (done) return (done.output as { text: string }).text;
    const text =
      `This agent loop was not carried out: its model, ${name}, cannot call tools. ` +
      'Give the loop a model that can, or register one as the default of this installation.';
    const position = await log.begin({ kind: 'model', name, callId: null, input: { messages: 1 } });
    await log.end(position, { state: 'completed', output: { text, toolCalls: [] }, error: null, usage: NO_USAGE });
    return text;
  }
}

interface TalkParts {
  execution: ClaimedExecution;
  log: StepLog;
  model: LlmModel;
  steps: readonly AgentStep[];
  soFar: TellingSoFar;
  equipped: EquippedTools;
  signal: AbortSignal;
  known: { lastText: string | null };
}

/** Has those calls made that a run before this one had still to make. */
async function wholeMessages(soFar: TellingSoFar, toolCaller: ToolCaller): Promise<LlmMessage[]> {
  const { messages, lastCalls, knownAnswers } = soFar;
  const answers = await Promise.all(
    lastCalls.map(async (call) => toolMessage(call.id, knownAnswers.get(call.id) ?? (await toolCaller.answer(call)))),
  );
  return [...messages, ...answers];
}

function repeatableAmong({ tools }: EquippedTools): (name: string) => boolean {
  const names = new Set(tools.filter(({ isRepeatable }) => isRepeatable).map(({ name }) => name));
  return (name) => names.has(name);
}

function callIdsIn({ kind, callId, output }: AgentStep): string[] {
  if (kind === 'tool') return callId === null ? [] : [callId];
  return ((output as { toolCalls?: { id: string }[] } | null)?.toolCalls ?? []).map(({ id }) => id);
}

function lastTextIn(steps: readonly AgentStep[]): string | null {
  const said = steps.findLast(({ kind, output }) => kind === 'model' && (output as { text?: string } | null)?.text);
  return said ? (said.output as { text: string }).text : null;
}

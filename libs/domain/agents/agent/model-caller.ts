import type { BudgetMeter } from '#domain/budgets';
import { AppError, newId } from '#kernel';
import {
  estimateTokens,
  type LlmFinishReason,
  type LlmMessage,
  type LlmModel,
  type LlmRequest,
  type LlmTool,
  type LlmToolCall,
  type LlmUsage,
} from '#providers/llm';
import { agentErrors } from '../agents.errors';
import { NO_USAGE, type StepLog } from '../steps/step-log';
import type { SaidOutput } from '../steps/told-so-far';
import type { ExecutionBudget } from './execution-budget';
import { storableText } from './storable';

/** Asked for with one message; nobody needs more at once. */
const MAX_CALLS = 32;

export interface ModelCallerParts {
  model: LlmModel;
  tools: readonly LlmTool[];
  budget: ExecutionBudget;
  /** The budgets of the team. */
  meter: Pick<BudgetMeter, 'requireTokens' | 'spending'>;
  teamId: string;
  log: StepLog;
  signal: AbortSignal;
  /** Ids of calls that were made in runs before. */
  knownCallIds: Iterable<string>;
}

interface Answer extends SaidOutput {
  usage: LlmUsage;
  finishReason: LlmFinishReason;
}

/** Calls the model, within the execution's budget and those of the team; each call is written down before and after. */
export class ModelCaller {
  /** What was said last, if anything. */
  lastText: string | null = null;
  private readonly callIds: Set<string>;

  constructor(private readonly parts: ModelCallerParts) {
    this.callIds = new Set(parts.knownCallIds);
  }

  /** @throws AppError of `llm.errors`, or of a budget; TakenAwayError; the reason of an aborted signal */
  async say(system: string, messages: readonly LlmMessage[]): Promise<SaidOutput> {
    const { model, budget, log, signal, meter, teamId } = this.parts;
    signal.throwIfAborted();
    await meter.requireTokens({ teamId });
    budget.requireCall(messages.reduce((sum, { text }) => sum + estimateTokens(text), estimateTokens(system)));
    const input = { messages: messages.length };
    const position = await log.begin({ kind: 'model', name: model.name, callId: null, input });
    const { text, toolCalls, usage, finishReason } = await this.answer(system, messages).catch(
      async (error: unknown) => {
        if (!signal.aborted)
          await log.end(position, { state: 'failed', output: null, error: wordsOf(error), usage: NO_USAGE });
        throw error;
      },
    );
    const write = () => log.end(position, { state: 'completed', output: { text, toolCalls }, error: null, usage });
    await meter.spending({ teamId }, usage.inputTokens + usage.outputTokens, write, () => true);
    if (text !== '') this.lastText = text;
    budget.spend(usage, finishReason === 'length');
    if (finishReason === 'refused' && toolCalls.length === 0) throw agentErrors.refused();
    return { text, toolCalls };
  }

  private async answer(system: string, messages: readonly LlmMessage[]): Promise<Answer> {
    const answer = { text: '', usage: NO_USAGE, finishReason: 'stop' as LlmFinishReason };
    const toolCalls: LlmToolCall[] = [];
    for await (const event of this.parts.model.generate(this.requestOf(system, messages))) {
      if (event.type === 'delta') answer.text += event.text;
      else if (event.type === 'tool_call') toolCalls.push(this.unique(event.call));
      else if (event.type === 'usage') answer.usage = event.usage;
      else if (event.type === 'done') answer.finishReason = event.finishReason;
    }
    return { ...answer, text: storableText(answer.text), toolCalls: toolCalls.slice(0, MAX_CALLS) };
  }

  private requestOf(system: string, messages: readonly LlmMessage[]): LlmRequest {
    const { model, tools, budget, signal } = this.parts;
    const { tokensLeft } = budget;
    return {
      model: model.name,
      system,
      messages,
      passages: [],
      questions: [],
      hasKnowledge: false,
      ...(tools.length > 0 ? { tools } : {}),
      ...(tokensLeft === undefined ? {} : { maxTokens: tokensLeft }),
      stream: false,
      signal,
    };
  }

  /** Answers are found again by the ids of calls, so none may come twice in an execution. */
  private unique({ id, name, arguments: args }: LlmToolCall): LlmToolCall {
    const own = id === '' || this.callIds.has(id) ? `call_${newId().replaceAll('-', '')}` : storableText(id);
    this.callIds.add(own);
    return { id: own, name: storableText(name), arguments: storableText(args) };
  }
}

function wordsOf(error: unknown): string {
  return error instanceof AppError ? error.message : 'The model failed in a way that nobody expected.';
}

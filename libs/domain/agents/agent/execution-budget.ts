import type { LlmUsage } from '#providers/llm';
import { agentErrors } from '../agents.errors';

export interface BudgetTerms {
  /** Calls of the model. */
  maxIterations: number;
  /** Read and written together; null: no limit. */
  maxTokens: number | null;
}

export interface BudgetUse {
  iterationsUsed: number;
  usage: LlmUsage;
}

/** How far an execution may go, over all its runs. */
export class ExecutionBudget {
  private iterations: number;
  private tokens: number;

  constructor(
    private readonly terms: BudgetTerms,
    { iterationsUsed, usage }: BudgetUse,
  ) {
    this.iterations = iterationsUsed;
    this.tokens = usage.inputTokens + usage.outputTokens;
  }

  /** Of an answer; undefined when there is no limit. */
  get tokensLeft(): number | undefined {
    return this.terms.maxTokens === null ? undefined : Math.max(0, this.terms.maxTokens - this.tokens);
  }

  /**
   * Before the model is called. What it will read is not known to the token, but that it reads again what it was told is.
   *
   * @param expectedInputTokens at least
   * @throws AppError `agents.iterations_used_up`, `agents.tokens_used_up`
   */
  requireCall(expectedInputTokens: number): void {
    const { maxIterations, maxTokens } = this.terms;
    if (this.iterations >= maxIterations)
      throw agentErrors.iterations_used_up({ message: iterationsWords(maxIterations) });
    if (maxTokens !== null && this.tokens + expectedInputTokens >= maxTokens) throw this.tokensUsedUp(maxTokens);
  }

  /**
   * After it was called.
   *
   * @throws AppError `agents.tokens_used_up` when an answer was cut off for want of tokens
   */
  spend({ inputTokens, outputTokens }: LlmUsage, isCutOff: boolean): void {
    this.iterations += 1;
    this.tokens += inputTokens + outputTokens;
    const { maxTokens } = this.terms;
    if (isCutOff && maxTokens !== null && this.tokens >= maxTokens) throw this.tokensUsedUp(maxTokens);
  }

  private tokensUsedUp(maxTokens: number) {
    const figures = `${this.tokens.toLocaleString('en-US')} of ${maxTokens.toLocaleString('en-US')}`;
    return agentErrors.tokens_used_up({
      message: `The tokens that an execution may use are used up: ${figures}, and another call would need more.`,
    });
  }
}

function iterationsWords(maxIterations: number): string {
  return `The model was called ${maxIterations} times, as often as allowed, and had not come to an end.`;
}

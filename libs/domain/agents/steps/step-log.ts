import type { AgentStep } from '../executions/executions.types';
import { type ExecutionRun, TakenAwayError } from '../running/execution-run';
import type { BegunStep, EndedStep, StepsQueries } from './steps.queries';

export const NO_USAGE: AgentStep['usage'] = { inputTokens: 0, outputTokens: 0 };

/** Writes down what one run does, before it does it and after. */
export class StepLog {
  constructor(
    private readonly run: ExecutionRun,
    private readonly queries: StepsQueries,
    private readonly onChange: () => void,
  ) {}

  /** @throws TakenAwayError when the execution is no longer the run's own: it must not do it then */
  async begin(step: BegunStep): Promise<number> {
    const position = await this.queries.begin(this.run.place, step);
    if (position === undefined) throw this.lost();
    this.onChange();
    return position;
  }

  /** @throws TakenAwayError */
  async end(position: number, step: EndedStep): Promise<void> {
    if (!(await this.queries.end(this.run.place, position, step))) throw this.lost();
    this.onChange();
  }

  private lost(): TakenAwayError {
    this.run.takeAway();
    return new TakenAwayError();
  }
}

import { HandlesJob, type JobHandler, type JobRun } from '#infra/queue';
import { ExecutionRunning } from '../running/execution-running.service';
import { runExecution } from './run-execution.job';

@HandlesJob(runExecution)
export class RunExecutionHandler implements JobHandler<{ executionId: string }> {
  constructor(private readonly running: ExecutionRunning) {}

  async run({ executionId }: { executionId: string }, { signal }: JobRun): Promise<void> {
    await this.running.run(executionId, signal);
  }
}

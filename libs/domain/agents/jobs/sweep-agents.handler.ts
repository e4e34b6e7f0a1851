import { HandlesJob, type JobHandler } from '#infra/queue';
import { CallbackSending } from '../callbacks/callback-sending.service';
import { ExecutionRunning } from '../running/execution-running.service';
import { LoopScheduling } from '../schedules/loop-scheduling.service';
import { sweepAgents } from './sweep-agents.job';

@HandlesJob(sweepAgents)
export class SweepAgentsHandler implements JobHandler<object> {
  constructor(
    private readonly scheduling: LoopScheduling,
    private readonly running: ExecutionRunning,
    private readonly callbacks: CallbackSending,
  ) {}

  async run(): Promise<void> {
    await this.scheduling.beginDue();
    await this.running.sweep();
    await this.callbacks.sweep();
  }
}

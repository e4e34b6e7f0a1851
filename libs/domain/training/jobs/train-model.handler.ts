import { HandlesJob, type JobHandler, type JobRun } from '#infra/queue';
import { SessionRunning } from '../sessions/session-running.service';
import { trainModel } from './train-model.job';

@HandlesJob(trainModel)
export class TrainModelHandler implements JobHandler<{ sessionId: string }> {
  constructor(private readonly running: SessionRunning) {}

  async run({ sessionId }: { sessionId: string }, { signal }: JobRun): Promise<void> {
    await this.running.train(sessionId, signal);
  }
}

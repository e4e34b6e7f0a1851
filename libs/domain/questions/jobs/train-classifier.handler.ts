import { HandlesJob, type JobHandler, type JobRun } from '#infra/queue';
import { ClassifierTraining } from '../classifier-training.service';
import { trainClassifierJob } from './train-classifier.job';

@HandlesJob(trainClassifierJob)
export class TrainClassifierHandler implements JobHandler<{ baseId: string }> {
  constructor(private readonly training: ClassifierTraining) {}

  async run({ baseId }: { baseId: string }, { signal }: JobRun): Promise<void> {
    await this.training.train(baseId, signal);
  }
}

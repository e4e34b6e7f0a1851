import { HandlesJob, type JobHandler } from '#infra/queue';
import { ClassifierTraining } from '../classifier-training.service';
import { sweepClassifiersJob } from './sweep-classifiers.job';

@HandlesJob(sweepClassifiersJob)
export class SweepClassifiersHandler implements JobHandler<object> {
  constructor(private readonly training: ClassifierTraining) {}

  async run(): Promise<void> {
    await this.training.sweep();
  }
}

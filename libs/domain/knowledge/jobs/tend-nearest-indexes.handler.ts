import { HandlesJob, type JobHandler, type JobRun } from '#infra/queue';
import { NearestIndexes } from '../vectors/nearest-indexes.service';
import { tendNearestIndexesJob } from './tend-nearest-indexes.job';

@HandlesJob(tendNearestIndexesJob)
export class TendNearestIndexesHandler implements JobHandler<object> {
  constructor(private readonly indexes: NearestIndexes) {}

  async run(_payload: object, { signal }: JobRun): Promise<void> {
    await this.indexes.tend(signal);
  }
}

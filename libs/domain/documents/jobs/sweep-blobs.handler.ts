import { HandlesJob, type JobHandler, type JobRun } from '#infra/queue';
import { UnneededBlobs } from '../files/unneeded-blobs.service';
import { sweepBlobs } from './sweep-blobs.job';

@HandlesJob(sweepBlobs)
export class SweepBlobsHandler implements JobHandler<object> {
  constructor(private readonly blobs: UnneededBlobs) {}

  async run(_payload: object, { signal }: JobRun): Promise<void> {
    await this.blobs.sweep(signal);
  }
}

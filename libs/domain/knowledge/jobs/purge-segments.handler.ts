import { HandlesJob, type JobHandler, type JobRun } from '#infra/queue';
import { SegmentMerging } from '../segment-merging.service';
import { purgeSegmentsJob } from './purge-segments.job';

@HandlesJob(purgeSegmentsJob)
export class PurgeSegmentsHandler implements JobHandler<object> {
  constructor(private readonly merging: SegmentMerging) {}

  async run(_payload: object, { signal }: JobRun): Promise<void> {
    await this.merging.purge(signal);
  }
}

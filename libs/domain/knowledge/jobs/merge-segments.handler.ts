import { HandlesJob, type JobHandler, type JobRun } from '#infra/queue';
import { SegmentMerging } from '../segment-merging.service';
import { mergeSegmentsJob } from './merge-segments.job';

@HandlesJob(mergeSegmentsJob)
export class MergeSegmentsHandler implements JobHandler<{ baseId: string }> {
  constructor(private readonly merging: SegmentMerging) {}

  async run({ baseId }: { baseId: string }, { signal }: JobRun): Promise<void> {
    await this.merging.merge(baseId, signal);
  }
}

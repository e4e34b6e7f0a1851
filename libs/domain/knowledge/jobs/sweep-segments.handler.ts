import { HandlesJob, type JobHandler } from '#infra/queue';
import { SegmentMerging } from '../segment-merging.service';
import { sweepSegmentsJob } from './sweep-segments.job';

@HandlesJob(sweepSegmentsJob)
export class SweepSegmentsHandler implements JobHandler<object> {
  constructor(private readonly merging: SegmentMerging) {}

  async run(): Promise<void> {
    await this.merging.sweep();
  }
}

import { HandlesJob, type JobHandler, type JobRun } from '#infra/queue';
import { VectorBuilding } from '../vectors/vector-building.service';
import { embedPassagesJob } from './embed-passages.job';

@HandlesJob(embedPassagesJob)
export class EmbedPassagesHandler implements JobHandler<{ baseId: string }> {
  constructor(private readonly building: VectorBuilding) {}

  async run({ baseId }: { baseId: string }, { signal }: JobRun): Promise<void> {
    await this.building.build(baseId, signal);
  }
}

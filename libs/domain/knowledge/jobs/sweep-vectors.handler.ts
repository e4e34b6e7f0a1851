import { HandlesJob, type JobHandler } from '#infra/queue';
import { VectorBuilding } from '../vectors/vector-building.service';
import { sweepVectorsJob } from './sweep-vectors.job';

@HandlesJob(sweepVectorsJob)
export class SweepVectorsHandler implements JobHandler<object> {
  constructor(private readonly building: VectorBuilding) {}

  async run(): Promise<void> {
    await this.building.sweep();
  }
}

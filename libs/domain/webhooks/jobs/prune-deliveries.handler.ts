import { HandlesJob, type JobHandler, type JobRun } from '#infra/queue';
import { DeliveryUpkeep } from '../delivery/delivery-upkeep.service';
import { pruneDeliveries } from './prune-deliveries.job';

@HandlesJob(pruneDeliveries)
export class PruneDeliveriesHandler implements JobHandler<object> {
  constructor(private readonly upkeep: DeliveryUpkeep) {}

  async run(_payload: object, { signal }: JobRun): Promise<void> {
    await this.upkeep.prune(signal);
  }
}

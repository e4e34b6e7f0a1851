import { HandlesJob, type JobHandler } from '#infra/queue';
import { DeliveryUpkeep } from '../delivery/delivery-upkeep.service';
import { sweepDeliveries } from './sweep-deliveries.job';

@HandlesJob(sweepDeliveries)
export class SweepDeliveriesHandler implements JobHandler<object> {
  constructor(private readonly upkeep: DeliveryUpkeep) {}

  async run(): Promise<void> {
    await this.upkeep.sweep();
  }
}

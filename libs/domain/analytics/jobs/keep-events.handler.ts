import { HandlesJob, type JobHandler, type JobRun } from '#infra/queue';
import { EventUpkeep } from '../counting/event-upkeep.service';
import { keepEvents } from './keep-events.job';

@HandlesJob(keepEvents)
export class KeepEventsHandler implements JobHandler<object> {
  constructor(private readonly upkeep: EventUpkeep) {}

  async run(_payload: object, { signal }: JobRun): Promise<void> {
    await this.upkeep.countMissed(signal);
    await this.upkeep.forgetOld(signal);
  }
}

import { HandlesJob, type JobHandler, type JobRun } from '#infra/queue';
import { EscalationUpkeep } from '../handoff/upkeep.service';
import { sweepEscalations } from './sweep-escalations.job';

@HandlesJob(sweepEscalations)
export class SweepEscalationsHandler implements JobHandler<object> {
  constructor(private readonly upkeep: EscalationUpkeep) {}

  run(_payload: object, { signal }: JobRun): Promise<void> {
    return this.upkeep.sweep(signal);
  }
}

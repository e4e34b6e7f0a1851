import { HandlesJob, type JobHandler } from '#infra/queue';
import { FanOut } from '../fan-out';
import { fanOut } from './fan-out.job';

@HandlesJob(fanOut)
export class FanOutHandler implements JobHandler<object> {
  constructor(private readonly fanOut: FanOut) {}

  run(): Promise<void> {
    return this.fanOut.run();
  }
}

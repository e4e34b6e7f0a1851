import { HandlesJob, type JobHandler } from '#infra/queue';
import { ExportSweeping } from '../exports/export-sweeping.service';
import { sweepExports } from './sweep-exports.job';

@HandlesJob(sweepExports)
export class SweepExportsHandler implements JobHandler<object> {
  constructor(private readonly sweeping: ExportSweeping) {}

  async run(): Promise<void> {
    await this.sweeping.sweep();
  }
}

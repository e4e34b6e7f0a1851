import { HandlesJob, type JobHandler } from '#infra/queue';
import { ImportSweeping } from '../imports/import-sweeping.service';
import { sweepImports } from './sweep-imports.job';

@HandlesJob(sweepImports)
export class SweepImportsHandler implements JobHandler<object> {
  constructor(private readonly sweeping: ImportSweeping) {}

  async run(): Promise<void> {
    await this.sweeping.sweep();
  }
}

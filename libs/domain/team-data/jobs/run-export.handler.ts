import { HandlesJob, type JobHandler, type JobRun } from '#infra/queue';
import { ExportRunning } from '../exports/export-running.service';
import { runExport } from './run-export.job';

@HandlesJob(runExport)
export class RunExportHandler implements JobHandler<{ exportId: string }> {
  constructor(private readonly running: ExportRunning) {}

  async run({ exportId }: { exportId: string }, { signal }: JobRun): Promise<void> {
    await this.running.run(exportId, signal);
  }
}

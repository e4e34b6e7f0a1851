import { HandlesJob, type JobHandler, type JobRun } from '#infra/queue';
import { ImportRunning } from '../imports/import-running.service';
import { runImport } from './run-import.job';

@HandlesJob(runImport)
export class RunImportHandler implements JobHandler<{ importId: string }> {
  constructor(private readonly running: ImportRunning) {}

  async run({ importId }: { importId: string }, { signal }: JobRun): Promise<void> {
    await this.running.run(importId, signal);
  }
}

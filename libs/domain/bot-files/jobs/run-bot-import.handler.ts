import { HandlesJob, type JobHandler, type JobRun } from '#infra/queue';
import { BotImportRunning } from '../importing/bot-import-running.service';
import { runBotImport } from './run-bot-import.job';

@HandlesJob(runBotImport)
export class RunBotImportHandler implements JobHandler<{ importId: string }> {
  constructor(private readonly running: BotImportRunning) {}

  async run({ importId }: { importId: string }, { signal }: JobRun): Promise<void> {
    await this.running.run(importId, signal);
  }
}

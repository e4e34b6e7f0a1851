import { HandlesJob, type JobHandler } from '#infra/queue';
import { BotImportRunning } from '../importing/bot-import-running.service';
import { sweepBotImports } from './sweep-bot-imports.job';

@HandlesJob(sweepBotImports)
export class SweepBotImportsHandler implements JobHandler<object> {
  constructor(private readonly running: BotImportRunning) {}

  async run(): Promise<void> {
    await this.running.sweep();
  }
}

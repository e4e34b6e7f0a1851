import { HandlesJob, type JobHandler } from '#infra/queue';
import { SessionRunning } from '../sessions/session-running.service';
import { sweepSessions } from './sweep-sessions.job';

@HandlesJob(sweepSessions)
export class SweepSessionsHandler implements JobHandler<object> {
  constructor(private readonly running: SessionRunning) {}

  async run(): Promise<void> {
    await this.running.sweep();
  }
}

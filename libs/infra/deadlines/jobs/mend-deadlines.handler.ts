import { Logger } from '@nestjs/common';
import { HandlesJob, type JobHandler } from '#infra/queue';
import { after, Clock } from '#kernel';
import { declaredDeadlines } from '../deadline';
import { DeadlinesQueries } from '../deadlines.queries';
import { mendDeadlines } from './mend-deadlines.job';

@HandlesJob(mendDeadlines)
export class MendDeadlinesHandler implements JobHandler<object> {
  private readonly logger = new Logger(MendDeadlinesHandler.name);

  constructor(
    private readonly queries: DeadlinesQueries,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    for (const deadline of declaredDeadlines()) {
      const rows = await this.queries.bringForward(deadline, after(this.clock.now(), deadline.longestMs));
      if (rows === 0) continue;
      const { table, column } = deadline;
      this.logger.warn({ message: 'Rows waited for a time that a wrong clock had named.', table, column, rows });
    }
  }
}

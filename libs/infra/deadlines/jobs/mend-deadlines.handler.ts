import { Logger } from '@nestjs/common';
import { Config } from '#infra/config';
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
    private readonly config: Config,
  ) {}

  async run(): Promise<void> {
    for (const deadline of declaredDeadlines()) {
      const { table, column, longestMs } = deadline;
      const longest = typeof longestMs === 'number' ? longestMs : longestMs(this.config);
      const rows = await this.queries.bringForward(deadline, after(this.clock.now(), longest));
      if (rows === 0) continue;
      this.logger.warn({ message: 'Rows waited for a time that a wrong clock had named.', table, column, rows });
    }
  }
}

export { type Deadline, declaredDeadlines, defineDeadline } from './deadline';
export { DeadlinesQueries } from './deadlines.queries';
export { DeadlinesJobsModule } from './jobs/deadlines.jobs.module';

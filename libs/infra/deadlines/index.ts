export { type Deadline, declaredDeadlines, defineDeadline } from './deadline';
export { DeadlinesJobsModule } from './jobs/deadlines.jobs.module';

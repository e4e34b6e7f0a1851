import { failedWork } from '#infra/queue';

/** The newest of their datasets: what failed before a later session is of no interest any more. */
const RETRIABLE = `status = 'failed' and not exists (
  select from training_session o where o.dataset_id = s.dataset_id and o.id > s.id
)`;

/** Reads all sessions: once in a while, by hand. */
export const failedSessions = failedWork(
  'trainings',
  `select count(*)::int as count from training_session s where ${RETRIABLE}`,
  `update training_session s set status = 'pending', stage = null, progress = 0, run_count = 0, error_code = null,
     error_message = null, completed_at = null, lease_until = $1
   where ${RETRIABLE}`,
);

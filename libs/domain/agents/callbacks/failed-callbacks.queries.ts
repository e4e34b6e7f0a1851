import { failedWork } from '#infra/queue';

/** Executions themselves are not repeated: their tools have had effects. Reads all executions: once in a while, by hand. */
export const failedCallbacks = failedWork(
  'callbacks of agents',
  `select count(*)::int as count from agent_execution where callback_state = 'failed'`,
  `update agent_execution set callback_state = 'waiting', callback_due_at = $1, callback_attempts = 0, callback_error = null
   where callback_state = 'failed'`,
);

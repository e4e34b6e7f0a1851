import { defineErrors } from '#kernel';

export const agentErrors = defineErrors('agents', {
  loop_not_found: { kind: 'not_found', message: 'There is no such agent loop.' },
  execution_not_found: { kind: 'not_found', message: 'There is no such execution.' },
  too_many_loops: { kind: 'conflict', message: 'The team has as many agent loops as it may have. Delete one first.' },
  too_many_executions: {
    kind: 'rate_limited',
    message: 'Too many executions of the team are under way. Try again when some have ended.',
  },
  not_under_way: { kind: 'conflict', message: 'Only an execution that is queued or running can be cancelled.' },

  // Why executions end without being completed.
  iterations_used_up: {
    kind: 'invalid_input',
    message: 'The model was called as often as allowed and had not come to an end.',
  },
  tokens_used_up: { kind: 'invalid_input', message: 'The tokens that an execution may use are used up.' },
  budget_exhausted: { kind: 'invalid_input', message: 'A budget of the team is used up.' },
  timed_out: { kind: 'invalid_input', message: 'The time that an execution may take is over.' },
  overlapped: {
    kind: 'conflict',
    message: 'Skipped: the execution before it was still under way when this one was due.',
  },
  refused: { kind: 'invalid_input', message: 'The model refused to answer.' },
  failed: { kind: 'internal', message: 'The execution has failed on our side. Please try again.' },
  cut_off: { kind: 'internal', message: 'The execution was cut off several times. Please try again.' },
});

import { defineErrors } from '#kernel';

export const teamDataErrors = defineErrors('team_data', {
  export_not_found: { kind: 'not_found', message: 'There is no such export.' },
  export_under_way: {
    kind: 'conflict',
    message: 'An export of this team is under way. Wait for its end or delete it.',
  },
  export_not_ready: { kind: 'conflict', message: 'The archive is not ready yet.' },
  export_gone: { kind: 'not_found', message: 'The archive of this export is no longer kept. Begin a new one.' },

  // Why exports fail.
  failed: { kind: 'internal', message: 'The export has failed on our side. Please try again.' },
  cut_off: { kind: 'internal', message: 'The export was cut off several times. Please try again.' },
});

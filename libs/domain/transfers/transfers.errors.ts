import { defineErrors } from '#kernel';

export const transferErrors = defineErrors('transfers', {
  import_not_found: { kind: 'not_found', message: 'There is no such import.' },
  file_empty: { kind: 'invalid_input', message: 'file must be a file that is not empty.' },
  not_text: { kind: 'invalid_input', message: 'The file is neither a table (CSV) nor lines of JSON.' },
  import_under_way: {
    kind: 'conflict',
    message: 'An import into this knowledge base is under way. Wait for its end or cancel it.',
  },
  not_under_way: { kind: 'conflict', message: 'Only an import that is queued or running can be cancelled.' },
  not_ended: { kind: 'conflict', message: 'Only an import that has failed or was cancelled can be tried again.' },
  file_gone: {
    kind: 'conflict',
    message: 'The file of this import is no longer kept. Send it again.',
  },

  // Why imports fail.
  no_rows: { kind: 'invalid_input', message: 'The file has no rows.' },
  no_columns: { kind: 'invalid_input', message: 'The first row of the table names none of the columns of an import.' },
  too_many_rows: { kind: 'invalid_input', message: 'The file has more rows than an import may have.' },
  broken_table: { kind: 'invalid_input', message: 'The file is not valid CSV.' },
  row_refused: { kind: 'invalid_input', message: 'A row was refused.' },
  failed: { kind: 'internal', message: 'The import has failed on our side. Please try again.' },
  cut_off: { kind: 'internal', message: 'The import was cut off several times. Please try again.' },
});

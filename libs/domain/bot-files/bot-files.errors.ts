import { defineErrors } from '#kernel';

export const botFileErrors = defineErrors('bot-files', {
  import_not_found: { kind: 'not_found', message: 'There is no such import.' },
  file_empty: { kind: 'invalid_input', message: 'file must be a file that is not empty.' },

  // Why imports fail.
  not_a_bot: { kind: 'invalid_input', message: 'The file is no exported chatbot.' },
  cut_off: { kind: 'invalid_input', message: 'The file is damaged or was cut off.' },
  too_new: {
    kind: 'invalid_input',
    message:
      'The file was made by a newer version of Parley than this one. Import it there, or update this installation.',
  },
  failed: { kind: 'internal', message: 'The import has failed on our side. Please try again.' },
});

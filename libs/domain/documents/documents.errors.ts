import { defineErrors } from '#kernel';

export const documentErrors = defineErrors('documents', {
  item_not_found: { kind: 'not_found', message: 'There is no such item.' },
  not_found: { kind: 'not_found', message: 'There is no such document.' },
  base_not_found: { kind: 'not_found', message: 'This chatbot has no such knowledge base.' },
  name_taken: { kind: 'conflict', message: 'There is a document of this name already.' },
  not_under_way: { kind: 'conflict', message: 'Only a document that is queued or running can be cancelled.' },
  not_ended: { kind: 'conflict', message: 'Only a document that has failed or was cancelled can be tried again.' },
  file_not_found: { kind: 'not_found', message: 'There is no such file.' },
  file_type_unsupported: { kind: 'invalid_input', message: 'Files of this type cannot be read here.' },
  file_empty: { kind: 'invalid_input', message: 'file must be a file that is not empty.' },
  image_too_large: { kind: 'invalid_input', message: 'An image in a message may have 10 MB.' },
  image_as_version: {
    kind: 'invalid_input',
    message: 'An image, which is not read, cannot take the place of a document.',
  },
  source_missing: { kind: 'not_found', message: 'This document has no file: its sender has cut it into nodes.' },
  indexing_cancelled: { kind: 'conflict', message: 'Its indexing was cancelled.' },
  indexing_failed: { kind: 'internal', message: 'Indexing has failed on our side. Please try again.' },
  indexing_cut_off: { kind: 'internal', message: 'Indexing was cut off several times. Please try again.' },
});

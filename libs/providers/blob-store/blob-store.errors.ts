import { defineErrors } from '#kernel';

export const blobStoreErrors = defineErrors('blob_store', {
  not_found: { kind: 'not_found', message: 'There is no such file.' },
  /** Cannot be reached, is too slow, is full, does not let us in, or breaks off: another try may help. */
  unavailable: { kind: 'unavailable', message: 'The file store does not answer as it should. Please try again.' },
  too_large: { kind: 'too_large', message: 'The file is larger than is allowed here.' },
  key_invalid: {
    kind: 'invalid_input',
    message:
      'The key of a file must be 2 to 8 parts separated by /, each of 1 to 128 letters, digits, ., _ or -, with no . at either end.',
  },
  media_type_invalid: {
    kind: 'invalid_input',
    message: 'The media type must be 1 to 255 printable ASCII characters, such as application/pdf.',
  },
  range_invalid: {
    kind: 'invalid_input',
    message: 'The range must begin within the file and end where it begins or later.',
  },
  /** What stands under the key was not written by this store, or has been changed since. */
  damaged: { kind: 'internal', message: 'The stored file is damaged.' },
});

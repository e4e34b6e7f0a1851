import { defineErrors } from '#kernel';

/** Why a file cannot be read. All are about the input: another run would meet them again. */
export const extractionErrors = defineErrors('text_extraction', {
  unknown_format: { kind: 'invalid_input', message: 'The file is of a kind that cannot be read here.' },
  not_text: { kind: 'invalid_input', message: 'The file is not text; it holds binary data.' },
  malformed: { kind: 'invalid_input', message: 'The file is broken.' },
  too_long: { kind: 'invalid_input', message: 'The file holds more text than can be indexed.' },
  too_nested: { kind: 'invalid_input', message: 'The file is nested too deeply.' },
  too_complex: { kind: 'invalid_input', message: 'The file cannot be read within the limits of memory.' },
  took_too_long: { kind: 'invalid_input', message: 'Reading the file takes longer than is allowed.' },
  wrong_encoding: {
    kind: 'invalid_input',
    message: 'The file is text, but it cannot be told in which encoding. Save it as UTF-8.',
  },
  protected: { kind: 'invalid_input', message: 'The file is protected with a password. Send it without one.' },
  no_text: { kind: 'invalid_input', message: 'The file holds no text.' },
  format_taken: { kind: 'conflict', message: 'This format is registered already.' },
});

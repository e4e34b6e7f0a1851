import { TextField } from '#infra/http';

/** The language of a text, where its writer says it. */
export function LanguageField(): PropertyDecorator {
  return TextField('ISO 639-1 code of its language; found out unless you say it.', {
    optional: true,
    nullable: true,
    maxLength: 2,
    pattern: /^[a-z]{2}$/,
    rule: 'an ISO 639-1 code such as en',
    example: 'en',
  });
}

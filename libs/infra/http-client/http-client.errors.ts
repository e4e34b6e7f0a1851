import { defineErrors } from '#kernel';

/** What is wrong with an address that somebody gave. None tells what a name resolves to: that is the operator's network. */
export const httpClientErrors = defineErrors('http_client', {
  address_invalid: {
    kind: 'invalid_input',
    message:
      'The address must be a whole http or https URL without a user name or password, such as https://example.com/v1.',
  },
  address_refused: {
    kind: 'invalid_input',
    message:
      'The address leads to a private or reserved network, which is not allowed here. Give one on the public internet.',
  },
  name_unknown: { kind: 'invalid_input', message: 'The host name of the address cannot be resolved.' },
  redirected: {
    kind: 'invalid_input',
    message: 'The address answers with a redirect, which is not followed. Give the address that it leads to.',
  },
});

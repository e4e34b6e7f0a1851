import { defineErrors } from '#kernel';

export const identityErrors = defineErrors('identity', {
  /** One message for an unknown user, a wrong password and a disabled user, so that none of them can be told apart. */
  invalid_credentials: { kind: 'unauthenticated', message: 'The username or the password is wrong.' },
  refresh_token_refused: {
    kind: 'unauthenticated',
    message: 'The refresh token is unknown, used, expired or ended. Please log in again.',
  },
  login_ended: { kind: 'unauthenticated', message: 'This login has ended. Please log in again.' },
  username_taken: { kind: 'conflict', message: 'This username is taken.' },
  email_taken: { kind: 'conflict', message: 'This e-mail address is taken.' },
  /** One message for an unknown, a used, an expired and a void token. */
  reset_token_refused: {
    kind: 'invalid_input',
    message: 'The token is unknown, used or expired. Please ask for a new one.',
  },
  user_not_found: { kind: 'not_found', message: 'There is no such user.' },
  own_account: { kind: 'conflict', message: 'You cannot delete your own account.' },
  last_administrator: { kind: 'conflict', message: 'This user is the only active administrator.' },
  bot_not_found: { kind: 'not_found', message: 'There is no such chatbot.' },
  key_not_found: { kind: 'not_found', message: 'There is no such API key.' },
  /** Too many passwords wait to be checked at this moment. */
  busy: { kind: 'unavailable', message: 'Too many logins at once. Please try again in a moment.' },
});

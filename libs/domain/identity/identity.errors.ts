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
  last_owner: {
    kind: 'conflict',
    message:
      'This person is the only active owner of a team with other people. Somebody else must become an owner first.',
  },
  owners_only: { kind: 'forbidden', message: 'Only an owner of the team decides about owners.' },
  administrator_member: {
    kind: 'conflict',
    message: 'This person administers the installation. Only an administrator can delete the account.',
  },
  member_not_found: { kind: 'not_found', message: 'There is no such person in the team.' },
  email_has_account: {
    kind: 'conflict',
    message: 'Somebody with this e-mail address has an account already, and a person belongs to one team.',
  },
  invitation_exists: {
    kind: 'conflict',
    message: 'This address has been invited already. Send that invitation again, or withdraw it first.',
  },
  invitation_pause: { kind: 'conflict', message: 'The invitation was sent less than a minute ago.' },
  too_many_invitations: { kind: 'conflict', message: 'Too many invitations are open. Withdraw some of them first.' },
  invitation_not_found: { kind: 'not_found', message: 'There is no such invitation.' },
  /** One message for an unknown, a used, an expired, a replaced and a withdrawn one. */
  invitation_refused: {
    kind: 'invalid_input',
    message: 'The token is unknown, used, withdrawn or expired. Please ask to be invited again.',
  },
  bot_not_found: { kind: 'not_found', message: 'There is no such chatbot.' },
  key_not_found: { kind: 'not_found', message: 'There is no such API key.' },
  public_key_not_rotated: {
    kind: 'conflict',
    message: 'A public key is not rotated, because everybody may know it. Make another one for the pages that use it.',
  },
  /** Too many passwords wait to be checked at this moment. */
  busy: { kind: 'unavailable', message: 'Too many logins at once. Please try again in a moment.' },
});

import { defineErrors } from '#kernel';

export const accessErrors = defineErrors('auth', {
  unauthenticated: {
    kind: 'unauthenticated',
    message:
      'A credential is needed: an API key as X-API-Key or Authorization: Bearer, or the access token of a login as Authorization: Bearer.',
  },
  credential_refused: {
    kind: 'unauthenticated',
    message: 'The API key or access token is unknown, expired or revoked.',
  },
  user_only: { kind: 'forbidden', message: 'Only a person who logged in may do this; an API key may not.' },
  bot_key: { kind: 'forbidden', message: 'The key of a bot does not allow this.' },
  public_key: { kind: 'forbidden', message: 'A public key and its conversations do not allow this.' },
  bots_only: {
    kind: 'forbidden',
    message: 'This key is for some chatbots only, and this is not about one of them.',
  },
  origin_refused: { kind: 'forbidden', message: 'The public key may not be used by pages of this origin.' },
  team_owner_only: { kind: 'forbidden', message: 'Only an owner of the team may do this.' },
  team_admin_only: { kind: 'forbidden', message: 'Only an owner or admin of the team may do this.' },
  admin_only: { kind: 'forbidden', message: 'Only an administrator may do this.' },
});

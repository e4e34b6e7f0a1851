import type { Mail } from '#providers/mail';
import type { User } from '../identity.types';

const PATH = '/api/v1/auth/password-reset';

/** In plain words what to send where, because there is no page for it that a link could lead to. */
export function resetMail({ username, email }: User, token: string, publicUrl: string | undefined): Mail {
  const text = `Hello ${username},

somebody asked for a new password for your account${publicUrl === undefined ? '' : ` at ${publicUrl}`}.
If it was not you, ignore this mail: nothing has changed.

Your token is:

${token}

It works once, for one hour. To choose a new password, send it in a POST request to
${publicUrl ?? ''}${PATH}${publicUrl === undefined ? ' of your installation' : ''}
with this JSON body:

{"token": "${token}", "password": "<your new password>"}

All logins of your account end with it.
`;
  return { to: email, subject: 'A new password for your account', text };
}

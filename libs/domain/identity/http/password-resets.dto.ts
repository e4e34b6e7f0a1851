import { EmailField, TextField } from '#infra/http';
import { MAX_PASSWORD_CHARACTERS, MIN_PASSWORD_CHARACTERS } from '../passwords/password-rules';

export class RequestPasswordReset {
  @EmailField('E-mail address of the account.', { example: 'jane@example.com' })
  email: string;
}

export class RequestedPasswordReset {
  @TextField('The token, only where EXPOSE_RESET_TOKEN is set and somebody has the address.', { optional: true })
  resetToken?: string;
}

export class ResetPassword {
  @TextField('The token of the mail.', { maxLength: 256, example: '<reset_token>' })
  token: string;

  @TextField('The new password. It ends all logins.', {
    minLength: MIN_PASSWORD_CHARACTERS,
    maxLength: MAX_PASSWORD_CHARACTERS,
    example: 'N3wSecret!!',
  })
  password: string;
}

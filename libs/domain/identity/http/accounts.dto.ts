import {
  BooleanField,
  DateField,
  EmailField,
  EnumField,
  IdField,
  IntegerField,
  NestedField,
  TextField,
} from '#infra/http';
import { TEAM_ROLES, type TeamRole } from '#kernel';
import { MAX_PASSWORD_CHARACTERS, MIN_PASSWORD_CHARACTERS } from '../passwords/password-rules';
import { MAX_EMAIL_CHARACTERS, MAX_USERNAME_CHARACTERS, MIN_USERNAME_CHARACTERS } from '../users/usernames';

const USERNAME = { minLength: MIN_USERNAME_CHARACTERS, maxLength: MAX_USERNAME_CHARACTERS, example: 'jane_doe' };
const NEW_PASSWORD = {
  minLength: MIN_PASSWORD_CHARACTERS,
  maxLength: MAX_PASSWORD_CHARACTERS,
  example: 'Sup3rSecret!',
};
const EMAIL = { example: 'jane@example.com' };
const REFRESH_TOKEN = { maxLength: 256, example: '<refresh_token>' };

export class RegisterUser {
  @TextField('Unique in any mixture of upper and lower case; without @.', USERNAME)
  username: string;

  @EmailField('Unique. It can be used to log in.', EMAIL)
  email: string;

  @TextField('Any characters.', NEW_PASSWORD)
  password: string;
}

export class LogInUser {
  @TextField('Username or e-mail address.', { optional: true, maxLength: MAX_EMAIL_CHARACTERS, example: 'jane_doe' })
  username?: string;

  @TextField('E-mail address, instead of `username`.', { optional: true, maxLength: MAX_EMAIL_CHARACTERS })
  email?: string;

  @TextField('The password.', { maxLength: MAX_PASSWORD_CHARACTERS, example: 'Sup3rSecret!' })
  password: string;
}

export class RefreshLogin {
  @TextField('The refresh token; it stops working.', REFRESH_TOKEN)
  refreshToken: string;
}

export class LogOutUser {
  @TextField('The refresh token of the login.', { ...REFRESH_TOKEN, optional: true })
  refreshToken?: string;
}

export class UpdateAccount {
  @EmailField('A new e-mail address.', { optional: true, example: 'jane.doe@example.com' })
  email?: string;

  @TextField('A new username.', { ...USERNAME, optional: true })
  username?: string;

  @TextField('A new password. It ends all other logins.', { ...NEW_PASSWORD, optional: true })
  password?: string;

  @TextField('The present password; required with `password`.', { optional: true, maxLength: MAX_PASSWORD_CHARACTERS })
  currentPassword?: string;
}

export class Account {
  @IdField('Id of the user.')
  id: string;

  @TextField('Username.', { example: 'jane_doe' })
  username: string;

  @EmailField('E-mail address.', EMAIL)
  email: string;

  @EnumField('Administrators manage the installation.', ['user', 'admin'])
  role: string;

  @EnumField('What the user may do in the team.', TEAM_ROLES, { name: 'TeamRole' })
  teamRole: TeamRole;

  @BooleanField('False: the user was disabled.')
  isActive: boolean;

  @DateField('When the user registered.')
  createdAt: string;

  @DateField('When the account was last changed.')
  updatedAt: string;
}

export class RegisteredAccount {
  @NestedField('The new user.', () => Account)
  user: Account;
}

export class RefreshedLogin {
  @TextField('JSON Web Token for `Authorization: Bearer`.')
  accessToken: string;

  @TextField('Exchanges the login for fresh tokens, once, within 30 days.')
  refreshToken: string;

  @IntegerField('Seconds until the access token expires.', { example: 3600 })
  expiresIn: number;

  @EnumField('How the access token is sent.', ['Bearer'])
  tokenType: string;
}

export class NewLogin extends RefreshedLogin {
  @NestedField('Who logged in.', () => Account)
  user: Account;
}

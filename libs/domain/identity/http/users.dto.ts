import { BooleanField, EmailField, EnumField, PageQuery, TextField } from '#infra/http';
import { PLANS, type Plan } from '#kernel';
import type { Role } from '../identity.types';
import { MAX_EMAIL_CHARACTERS, MAX_USERNAME_CHARACTERS, MIN_USERNAME_CHARACTERS } from '../users/usernames';
import { Account } from './accounts.dto';

const ROLES: readonly Role[] = ['user', 'admin'];

export class UserQuery extends PageQuery {
  @TextField('Part of the username or the e-mail address, in any case.', {
    optional: true,
    maxLength: MAX_EMAIL_CHARACTERS,
  })
  search?: string;
}

export class UpdateUser {
  @EnumField('Administrators manage the installation. One at least must remain.', ROLES, {
    optional: true,
    name: 'UserRole',
  })
  role?: Role;

  @BooleanField('False disables the user: their logins end, and their keys are refused.', { optional: true })
  isActive?: boolean;

  @EmailField('A new e-mail address.', { optional: true, example: 'jane.doe@example.com' })
  email?: string;

  @TextField('A new username.', {
    optional: true,
    minLength: MIN_USERNAME_CHARACTERS,
    maxLength: MAX_USERNAME_CHARACTERS,
    example: 'jane_doe',
  })
  username?: string;

  @EnumField("Plan of the user's team; it decides the rate limits.", PLANS, { optional: true, example: 'pro' })
  plan?: Plan;
}

export class ManagedAccount extends Account {
  @EnumField("Plan of the user's team.", PLANS, { name: 'Plan' })
  plan: Plan;
}

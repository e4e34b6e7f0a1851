import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity.module';
import { AccountsController } from './accounts.controller';
import { ApiKeysController } from './api-keys.controller';
import { InvitationsController } from './invitations.controller';
import { PasswordResetsController } from './password-resets.controller';
import { TeamController } from './team.controller';
import { UsersController } from './users.controller';

/** `/api/v1/auth`, `/api/v1/team` and `/api/v1/admin/users`. */
@Module({
  imports: [IdentityModule],
  controllers: [
    AccountsController,
    PasswordResetsController,
    ApiKeysController,
    TeamController,
    InvitationsController,
    UsersController,
  ],
})
export class IdentityHttpModule {}

import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity.module';
import { AccountsController } from './accounts.controller';
import { ApiKeysController } from './api-keys.controller';
import { PasswordResetsController } from './password-resets.controller';
import { UsersController } from './users.controller';

/** `/api/v1/auth` and `/api/v1/admin/users`. */
@Module({
  imports: [IdentityModule],
  controllers: [AccountsController, PasswordResetsController, ApiKeysController, UsersController],
})
export class IdentityHttpModule {}

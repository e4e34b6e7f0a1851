import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity.module';
import { AccountsController } from './accounts.controller';
import { ApiKeysController } from './api-keys.controller';

/** `/api/v1/auth`. */
@Module({ imports: [IdentityModule], controllers: [AccountsController, ApiKeysController] })
export class IdentityHttpModule {}

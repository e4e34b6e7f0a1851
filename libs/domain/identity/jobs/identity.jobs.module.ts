import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity.module';
import { PruneLoginsHandler } from './prune-logins.handler';

@Module({ imports: [IdentityModule], providers: [PruneLoginsHandler] })
export class IdentityJobsModule {}

import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity.module';
import { PruneLoginsHandler } from './prune-logins.handler';
import { RemoveTeamHandler } from './remove-team.handler';
import { SendInvitationHandler } from './send-invitation.handler';
import { SendPasswordResetHandler } from './send-password-reset.handler';
import { SweepIdentityHandler } from './sweep-identity.handler';

@Module({
  imports: [IdentityModule],
  providers: [
    PruneLoginsHandler,
    RemoveTeamHandler,
    SendInvitationHandler,
    SendPasswordResetHandler,
    SweepIdentityHandler,
  ],
})
export class IdentityJobsModule {}

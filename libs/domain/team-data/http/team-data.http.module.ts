import { Module } from '@nestjs/common';
import { IdentityModule } from '#domain/identity';
import { TeamDataModule } from '../team-data.module';
import { TeamErasureController } from './team-erasure.controller';
import { TeamExportsController } from './team-exports.controller';

/** `/api/v1/team`: what it owns, exports and its deletion. */
@Module({ imports: [TeamDataModule, IdentityModule], controllers: [TeamExportsController, TeamErasureController] })
export class TeamDataHttpModule {}

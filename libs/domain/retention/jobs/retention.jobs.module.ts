import { Module } from '@nestjs/common';
import { RetentionModule } from '../retention.module';
import { PruneTeamsHandler } from './prune-teams.handler';

@Module({ imports: [RetentionModule], providers: [PruneTeamsHandler] })
export class RetentionJobsModule {}

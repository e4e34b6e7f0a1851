import { Module } from '@nestjs/common';
import { HealthController } from './health.controller';

/** What monitors and browsers ask for at the root; it needs no database. */
@Module({ controllers: [HealthController] })
export class RootPagesModule {}

import { Module } from '@nestjs/common';
import { HealthController } from './health.controller';

/** What of the main API belongs to no domain. */
@Module({ controllers: [HealthController] })
export class PlatformModule {}

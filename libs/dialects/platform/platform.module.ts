import { Module } from '@nestjs/common';
import { HealthController } from './health.controller';
import { MetricsController } from './metrics.controller';

/** What of the main API belongs to no domain. */
@Module({ controllers: [HealthController, MetricsController] })
export class PlatformModule {}

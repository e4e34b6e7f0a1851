import { Module } from '@nestjs/common';
import { LlmModule } from '#providers/llm';
import { HealthController } from './health.controller';
import { LlmComponent } from './llm-component';
import { MetricsController } from './metrics.controller';

/** What of the main API belongs to no domain. */
@Module({ imports: [LlmModule], controllers: [HealthController, MetricsController], providers: [LlmComponent] })
export class PlatformModule {}

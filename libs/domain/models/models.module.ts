import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '#domain/audit';
import { LlmModule } from '#providers/llm';
import { ModelEntity } from './model.entity';
import { ModelsQueries } from './models.queries';
import { Models } from './models.service';
import { Calibrations } from './runtime/calibrations';
import { InstallationModels } from './runtime/installation-models';
import { ModelAdapters } from './runtime/model-adapters';
import { ModelMakers } from './runtime/model-makers';
import { ModelTrials } from './runtime/model-trials';
import { ModelsHealth } from './runtime/models-health';
import { ReadyModels } from './runtime/ready-models';
import { TeamModelsLookup } from './runtime/team-models';

@Module({
  imports: [AuditModule, TypeOrmModule.forFeature([ModelEntity]), LlmModule],
  providers: [
    ModelsQueries,
    Models,
    TeamModelsLookup,
    ModelMakers,
    ModelAdapters,
    InstallationModels,
    Calibrations,
    ReadyModels,
    ModelTrials,
    ModelsHealth,
  ],
  exports: [Models, ReadyModels, ModelTrials],
})
export class ModelsModule {}

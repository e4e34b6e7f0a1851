import { Module } from '@nestjs/common';
import { BotsModule } from '#domain/bots';
import { JudgementsQueries } from './comparisons/judgements.queries';
import { ModelComparisons } from './comparisons/model-comparisons.service';
import { DatasetsQueries } from './datasets/datasets.queries';
import { Datasets } from './datasets/datasets.service';
import { ExamplesQueries } from './datasets/examples.queries';
import { DatasetExports } from './files/dataset-exports.service';
import { DatasetImports } from './files/dataset-imports.service';
import { Intents } from './models/intents.service';
import { ModelsQueries } from './models/models.queries';
import { TrainingModels } from './models/training-models.service';
import { SessionReports } from './reports/session-reports.service';
import { RunningQueries } from './sessions/running.queries';
import { SessionRunning } from './sessions/session-running.service';
import { SessionsQueries } from './sessions/sessions.queries';
import { TrainingSessions } from './sessions/training-sessions.service';

@Module({
  imports: [BotsModule],
  providers: [
    DatasetsQueries,
    ExamplesQueries,
    Datasets,
    DatasetImports,
    DatasetExports,
    SessionsQueries,
    TrainingSessions,
    RunningQueries,
    SessionRunning,
    ModelsQueries,
    TrainingModels,
    Intents,
    JudgementsQueries,
    ModelComparisons,
    SessionReports,
  ],
  exports: [
    Datasets,
    DatasetImports,
    DatasetExports,
    TrainingSessions,
    SessionRunning,
    SessionReports,
    TrainingModels,
    ModelComparisons,
    Intents,
  ],
})
export class TrainingModule {}

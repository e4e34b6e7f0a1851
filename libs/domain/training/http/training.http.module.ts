import { Module } from '@nestjs/common';
import { TrainingModule } from '../training.module';
import { DatasetFilesController } from './dataset-files.controller';
import { DatasetsController } from './datasets.controller';
import { ModelsOfTrainingController } from './models.controller';
import { TrainingReportsController } from './reports.controller';
import { SessionsController } from './sessions.controller';

@Module({
  imports: [TrainingModule],
  controllers: [
    DatasetsController,
    DatasetFilesController,
    SessionsController,
    ModelsOfTrainingController,
    TrainingReportsController,
  ],
})
export class TrainingHttpModule {}

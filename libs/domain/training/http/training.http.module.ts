import { Module } from '@nestjs/common';
import { TrainingModule } from '../training.module';
import { DatasetsController } from './datasets.controller';
import { ModelsOfTrainingController } from './models.controller';
import { SessionsController } from './sessions.controller';

@Module({
  imports: [TrainingModule],
  controllers: [DatasetsController, SessionsController, ModelsOfTrainingController],
})
export class TrainingHttpModule {}

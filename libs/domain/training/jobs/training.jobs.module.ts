import { Module } from '@nestjs/common';
import { TrainingModule } from '../training.module';
import { SweepSessionsHandler } from './sweep-sessions.handler';
import { TrainModelHandler } from './train-model.handler';

@Module({ imports: [TrainingModule], providers: [TrainModelHandler, SweepSessionsHandler] })
export class TrainingJobsModule {}

import { Module } from '@nestjs/common';
import { LearningModule } from '../learning.module';
import { RatingIntake } from './rating-intake';

@Module({ imports: [LearningModule], providers: [RatingIntake] })
export class LearningJobsModule {}

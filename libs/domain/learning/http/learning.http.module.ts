import { Module } from '@nestjs/common';
import { LearningModule } from '../learning.module';
import { LearningController } from './learning.controller';

@Module({ imports: [LearningModule], controllers: [LearningController] })
export class LearningHttpModule {}

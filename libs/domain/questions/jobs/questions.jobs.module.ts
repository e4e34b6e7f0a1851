import { Module } from '@nestjs/common';
import { QuestionsModule } from '../questions.module';
import { SweepClassifiersHandler } from './sweep-classifiers.handler';
import { TrainClassifierHandler } from './train-classifier.handler';

@Module({ imports: [QuestionsModule], providers: [TrainClassifierHandler, SweepClassifiersHandler] })
export class QuestionsJobsModule {}

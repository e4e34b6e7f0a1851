import { Module } from '@nestjs/common';
import { QuestionsModule } from '../questions.module';
import { QuestionImport } from './question-import';
import { QuestionsController } from './questions.controller';

@Module({
  imports: [QuestionsModule],
  providers: [QuestionImport],
  controllers: [QuestionsController],
})
export class QuestionsHttpModule {}

import { Module } from '@nestjs/common';
import { BotsModule } from '#domain/bots';
import { KnowledgeModule } from '#domain/knowledge';
import { BulkQuestionsQueries } from './bulk-questions.queries';
import { BulkQuestions } from './bulk-questions.service';
import { ClassifierTraining } from './classifier-training.service';
import { ClassifiersQueries } from './classifiers.queries';
import { QuestionAdvice } from './question-advice.service';
import { QuestionsQueries } from './questions.queries';
import { Questions } from './questions.service';

@Module({
  imports: [BotsModule, KnowledgeModule],
  providers: [
    QuestionsQueries,
    Questions,
    BulkQuestionsQueries,
    BulkQuestions,
    ClassifiersQueries,
    ClassifierTraining,
    QuestionAdvice,
  ],
  exports: [Questions, BulkQuestions, ClassifierTraining],
})
export class QuestionsModule {}

import { Module } from '@nestjs/common';
import { BotsModule } from '#domain/bots';
import { KnowledgeModule } from '#domain/knowledge';
import { QuestionsQueries } from './questions.queries';
import { Questions } from './questions.service';

@Module({
  imports: [BotsModule, KnowledgeModule],
  providers: [QuestionsQueries, Questions],
  exports: [Questions],
})
export class QuestionsModule {}

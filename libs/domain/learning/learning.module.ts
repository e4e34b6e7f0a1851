import { Module } from '@nestjs/common';
import { BotsModule } from '#domain/bots';
import { ContextModule } from '#domain/context';
import { DocumentsModule } from '#domain/documents';
import { KnowledgeModule } from '#domain/knowledge';
import { RepliesModule } from '#domain/replies';
import { RetentionModule } from '#domain/retention';
import { TrainingModule } from '#domain/training';
import { LearningApplication } from './applying/application.service';
import { ApplyingQueries } from './applying/applying.queries';
import { LearnedExamples } from './applying/learned-examples.service';
import { LearnedKnowledge } from './applying/learned-knowledge.service';
import { LearningReversion } from './applying/reversion.service';
import { EndUserQueries } from './end-users/end-users.queries';
import { LearnedFromEndUsers } from './end-users/learned-from-end-users';
import { OldWords } from './end-users/old-words';
import { FindingsQueries } from './findings/findings.queries';
import { LearningGeneration } from './findings/generation.service';
import { LearningFromRatings } from './findings/learning-from-ratings.service';
import { LearningQueries } from './learning.queries';
import { LearningItems } from './learning.service';
import { PreviewQueries } from './preview/preview.queries';
import { LearningPreviews } from './preview/previews.service';

@Module({
  imports: [
    BotsModule,
    KnowledgeModule,
    DocumentsModule,
    TrainingModule,
    ContextModule,
    RepliesModule,
    RetentionModule,
  ],
  providers: [
    LearningQueries,
    LearningItems,
    FindingsQueries,
    LearningGeneration,
    LearningFromRatings,
    ApplyingQueries,
    LearnedKnowledge,
    LearnedExamples,
    LearningApplication,
    LearningReversion,
    PreviewQueries,
    LearningPreviews,
    EndUserQueries,
    LearnedFromEndUsers,
    OldWords,
  ],
  exports: [
    LearningItems,
    LearningGeneration,
    LearningFromRatings,
    LearningApplication,
    LearningReversion,
    LearningPreviews,
  ],
})
export class LearningModule {}

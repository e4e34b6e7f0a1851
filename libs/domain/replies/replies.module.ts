import { Module, type OnModuleInit } from '@nestjs/common';
import { PersonalitiesModule } from '#domain/bots';
import { ContextModule } from '#domain/context';
import { IntegrationsModule } from '#domain/integrations';
import { KnowledgeModule } from '#domain/knowledge';
import { ModelsModule } from '#domain/models';
import { PluginsModule } from '#domain/plugins';
import { QuestionsModule } from '#domain/questions';
import { TrainingModule } from '#domain/training';
import { LlmModule, LlmRegistry } from '#providers/llm';
import { ExtractiveModel } from './extractive/extractive-model';
import { FreeSpeech } from './pipeline/free-speech.service';
import { GroundedAnswers } from './pipeline/grounded-answers.service';
import { IntegratedAnswers } from './pipeline/integrated-answers.service';
import { KnowledgeCheck } from './pipeline/knowledge-check.service';
import { Retrieval } from './pipeline/retrieval.service';
import { Speakers } from './pipeline/speakers.service';
import { SurroundingsReader } from './pipeline/surroundings.service';
import { ReplyEngine } from './reply-engine.service';
import { MessageSignals } from './signals/message-signals.service';

@Module({
  imports: [
    ModelsModule,
    KnowledgeModule,
    QuestionsModule,
    LlmModule,
    PersonalitiesModule,
    PluginsModule,
    IntegrationsModule,
    TrainingModule,
    ContextModule,
  ],
  providers: [
    ReplyEngine,
    KnowledgeCheck,
    SurroundingsReader,
    Retrieval,
    Speakers,
    GroundedAnswers,
    FreeSpeech,
    IntegratedAnswers,
    MessageSignals,
  ],
  exports: [ReplyEngine, KnowledgeCheck, MessageSignals],
})
export class RepliesModule implements OnModuleInit {
  constructor(private readonly models: LlmRegistry) {}

  /** The built-in registers like any other model. */
  onModuleInit(): void {
    this.models.register(new ExtractiveModel());
  }
}

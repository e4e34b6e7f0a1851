import { Module, type OnModuleInit } from '@nestjs/common';
import { KnowledgeModule } from '#domain/knowledge';
import { ModelsModule } from '#domain/models';
import { QuestionsModule } from '#domain/questions';
import { LlmModule, LlmRegistry } from '#providers/llm';
import { ExtractiveModel } from './extractive/extractive-model';
import { FreeSpeech } from './pipeline/free-speech.service';
import { GroundedAnswers } from './pipeline/grounded-answers.service';
import { Retrieval } from './pipeline/retrieval.service';
import { Speakers } from './pipeline/speakers.service';
import { ReplyEngine } from './reply-engine.service';
import { MessageSignals } from './signals/message-signals.service';

@Module({
  imports: [ModelsModule, KnowledgeModule, QuestionsModule, LlmModule],
  providers: [ReplyEngine, Retrieval, Speakers, GroundedAnswers, FreeSpeech, MessageSignals],
  exports: [ReplyEngine, MessageSignals],
})
export class RepliesModule implements OnModuleInit {
  constructor(private readonly models: LlmRegistry) {}

  /** The built-in registers like any other model. */
  onModuleInit(): void {
    this.models.register(new ExtractiveModel());
  }
}

import { Module, type OnModuleInit } from '@nestjs/common';
import { KnowledgeModule } from '#domain/knowledge';
import { LlmModule, LlmRegistry } from '#providers/llm';
import { ExtractiveModel } from './extractive/extractive-model';
import { Retrieval } from './pipeline/retrieval.service';
import { ReplyEngine } from './reply-engine.service';

@Module({ imports: [KnowledgeModule, LlmModule], providers: [ReplyEngine, Retrieval], exports: [ReplyEngine] })
export class RepliesModule implements OnModuleInit {
  constructor(private readonly models: LlmRegistry) {}

  /** The built-in registers like any other model. */
  onModuleInit(): void {
    this.models.register(new ExtractiveModel());
  }
}

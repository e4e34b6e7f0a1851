import { Global, Module } from '@nestjs/common';
import { LlmRegistry } from './llm.registry';

/** One registry for the process: whoever brings a model registers it there. */
@Global()
@Module({ providers: [LlmRegistry], exports: [LlmRegistry] })
export class LlmModule {}

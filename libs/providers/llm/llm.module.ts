import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { Config } from '#infra/config';
import { makeLlm } from './llm.factory';
import { LlmRegistry } from './llm.registry';

/**
 * One registry for the process: whoever brings a model registers it there. The operator's model (DEFAULT_LLM_*) is the
 * default whenever it registers, before or after the built-in one; its address is the operator's own choice and may be
 * private.
 */
@Global()
@Module({ providers: [LlmRegistry], exports: [LlmRegistry] })
export class LlmModule implements OnModuleInit {
  constructor(
    private readonly registry: LlmRegistry,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    const { defaultLlm } = this.config;
    if (defaultLlm === undefined) return;
    const { model } = defaultLlm;
    // Nobody has said what it can; servers of this kind take a format, and only callers who ask for one send it.
    const capabilities = { jsonOutput: true };
    const settings = { ...defaultLlm, provider: 'openai-compatible', name: model, capabilities } as const;
    this.registry.register(makeLlm(settings), { asDefault: true });
  }
}

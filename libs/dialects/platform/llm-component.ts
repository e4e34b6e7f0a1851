import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type ComponentReport, HealthComponents } from '#infra/health';
import { LlmRegistry } from '#providers/llm';

/** The model that answers unless a bot names another. Nothing is sent to it: a look at a page must not cost tokens. */
@Injectable()
export class LlmComponent implements OnModuleInit {
  constructor(
    private readonly models: LlmRegistry,
    private readonly components: HealthComponents,
  ) {}

  onModuleInit(): void {
    this.components.add({ name: 'llm', isEssential: false, check: async () => this.report() });
  }

  private report(): ComponentReport {
    return { status: 'ok', note: `The default model is ${this.models.resolve().name}.` };
  }
}

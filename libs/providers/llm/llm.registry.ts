import { Injectable } from '@nestjs/common';
import type { LlmModel } from './llm.contract';
import { llmErrors } from './llm.errors';

/** The models of this process by name. Names compare without case, as people type them in a bot's settings. */
@Injectable()
export class LlmRegistry {
  private readonly models = new Map<string, LlmModel>();
  private defaultName: string | undefined;

  /**
   * The first model registered is the default until another one claims it.
   *
   * @throws AppError `llm.name_taken` (conflict)
   */
  register(model: LlmModel, options: { asDefault?: boolean } = {}): void {
    const key = keyOf(model.name);
    if (this.models.has(key))
      throw llmErrors.name_taken({ message: `A model named ${model.name} is registered already.` });
    this.models.set(key, model);
    if (options.asDefault || this.defaultName === undefined) this.defaultName = key;
  }

  find(name: string): LlmModel | undefined {
    return this.models.get(keyOf(name));
  }

  /**
   * The named model, or the default when there is no such model: a bot made for another installation still answers.
   *
   * @throws AppError `llm.none_registered` (unavailable)
   */
  resolve(name?: string): LlmModel {
    const model = (name === undefined ? undefined : this.find(name)) ?? this.find(this.defaultName ?? '');
    if (model === undefined) throw llmErrors.none_registered();
    return model;
  }

  list(): LlmModel[] {
    return [...this.models.values()];
  }
}

function keyOf(name: string): string {
  return name.trim().toLowerCase();
}

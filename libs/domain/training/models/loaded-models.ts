import type { IntentClassifier } from '#domain/classification';

export interface LoadedModel {
  botId: string;
  version: number;
  classifier: IntentClassifier;
  answers: ReadonlyMap<string, string>;
  /** Held in memory by it. */
  bytes: number;
}

/**
 * The models that this process has read lately, within a bound in bytes; those not asked for the longest give way. Callers
 * who want one at the same time share one loading. The newest stays however large it is: somebody needs it now.
 */
export class LoadedModels {
  private readonly models = new Map<string, LoadedModel>();
  private readonly loading = new Map<string, Promise<LoadedModel | undefined>>();
  private heldBytes = 0;

  constructor(private readonly maxBytes: number) {}

  /** What cannot be loaded is not remembered, neither that it is missing nor that it failed. */
  async get(modelId: string, load: () => Promise<LoadedModel | undefined>): Promise<LoadedModel | undefined> {
    const known = this.models.get(modelId);
    if (!known) return this.loading.get(modelId) ?? this.load(modelId, load);
    this.models.delete(modelId);
    this.models.set(modelId, known);
    return known;
  }

  hasOf(botId: string): boolean {
    return this.models.values().some((model) => model.botId === botId);
  }

  /** Those of the bot that no longer answer for it. */
  forgetOthers(botId: string, modelId: string): void {
    for (const [id, model] of this.models) if (model.botId === botId && id !== modelId) this.forget(id, model);
  }

  private load(modelId: string, load: () => Promise<LoadedModel | undefined>): Promise<LoadedModel | undefined> {
    const loading = load()
      .then((model) => {
        if (model) this.keep(modelId, model);
        return model;
      })
      .finally(() => this.loading.delete(modelId));
    this.loading.set(modelId, loading);
    return loading;
  }

  private keep(modelId: string, model: LoadedModel): void {
    this.models.set(modelId, model);
    this.heldBytes += model.bytes;
    for (const [id, oldest] of this.models) {
      if (this.heldBytes <= this.maxBytes || id === modelId) return;
      this.forget(id, oldest);
    }
  }

  private forget(modelId: string, { bytes }: LoadedModel): void {
    this.models.delete(modelId);
    this.heldBytes -= bytes;
  }
}

import { Injectable } from '@nestjs/common';
import { type Model, Models, ReadyModels } from '#domain/models';
import type { Actor } from '#kernel';
import type { EmbeddingModel } from '#providers/embeddings';
import { openAiErrors, unsupportedValue } from './openai.errors';

/** More than a team may have. */
const ALL = { page: 1, limit: 200 };

/** Registered embedding models by the names that callers know them by. */
@Injectable()
export class EmbeddingModels {
  constructor(
    private readonly models: Models,
    private readonly ready: ReadyModels,
  ) {}

  /** @throws `openai.model_not_found`, `openai.unsupported_value` of one without vectors */
  async find(actor: Actor, name: string): Promise<EmbeddingModel> {
    const { items } = await this.models.list(actor, { kind: 'embedding', ...ALL });
    const found = named(items, name);
    if (!found) {
      const message = `The model '${name.slice(0, 200)}' does not exist, is no embedding model, or you do not have access to it.`;
      throw openAiErrors.model_not_found({ message });
    }
    const embedding = await this.ready.embedding(actor.teamId, found.id);
    if (!embedding) {
      const message = `Unsupported value: 'model' does not support '${name.slice(0, 200)}': the built-in model compares words and has no vectors.`;
      throw unsupportedValue('model', message);
    }
    return embedding.model;
  }
}

/** The team's own before those of the installation; the name in the registry before what the provider calls it. */
function named(models: readonly Model[], name: string): Model | undefined {
  const wanted = name.toLowerCase();
  const own = [...models].sort((one, other) => Number(one.teamId === null) - Number(other.teamId === null));
  return own.find((one) => one.name.toLowerCase() === wanted) ?? own.find(({ model }) => model === name);
}

import { Body, Post } from '@nestjs/common';
import { BudgetMeter, spenderOf } from '#domain/budgets';
import { CurrentActor, DialectController, NeedsScope, Refuses, Repeatable, SpendsBudget, Summary } from '#infra/http';
import type { Actor } from '#kernel';
import { EmbeddingModels } from './embedding-models.service';
import { CreateEmbedding, EmbeddingList } from './embeddings.dto';
import { Tells } from './openai.answers';
import { unsupportedValue } from './openai.errors';

@DialectController('openai/v1/embeddings', { tag: 'Embeddings' })
export class EmbeddingsController {
  constructor(
    private readonly models: EmbeddingModels,
    private readonly budgets: BudgetMeter,
  ) {}

  @Post()
  @Repeatable()
  @Summary('Create embeddings', 'By an embedding model that is registered; the built-in one has no vectors.')
  @NeedsScope('models:read')
  @Tells(200, EmbeddingList)
  @Refuses(400, 404, 413, 503)
  @SpendsBudget()
  async create(@CurrentActor() actor: Actor, @Body() body: CreateEmbedding): Promise<EmbeddingList> {
    const model = await this.models.find(actor, body.model);
    const spender = spenderOf(actor);
    await this.budgets.admit(spender);
    const texts = typeof body.input === 'string' ? [body.input] : body.input;
    const { vectors, usage } = await model.embed({ texts, purpose: 'query' });
    await this.budgets.spend(spender, usage.inputTokens);
    const size = vectors[0]?.length;
    if (body.dimensions != null && body.dimensions !== size)
      throw unsupportedValue('dimensions', `Unsupported value: 'dimensions' must be ${size}, those of the model.`);
    const encode = body.encoding_format === 'base64' ? toBase64 : (vector: Float32Array) => Array.from(vector);
    return {
      object: 'list',
      data: vectors.map((vector, index) => ({ object: 'embedding', index, embedding: encode(vector) })),
      model: body.model,
      usage: { prompt_tokens: usage.inputTokens, total_tokens: usage.inputTokens },
    };
  }
}

/** Processors that write the highest byte first are not supported anywhere in Parley. */
function toBase64({ buffer, byteOffset, byteLength }: Float32Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}

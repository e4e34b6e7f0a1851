/** External models behind their watch: the same contracts, but calls of one that fails and fails are refused at once. */
import type { EmbeddingModel } from '#providers/embeddings';
import type { LlmCapabilities, LlmEvent, LlmModel, LlmRequest } from '#providers/llm';
import type { Reranker } from '#providers/reranking';
import type { ModelWatch, WatchedCall } from './model-watch';

export class WatchedLlm implements LlmModel {
  readonly name: string;
  readonly provider: string;
  readonly capabilities: LlmCapabilities;

  constructor(
    private readonly model: LlmModel,
    private readonly watch: ModelWatch,
  ) {
    this.name = model.name;
    this.provider = model.provider;
    this.capabilities = model.capabilities;
  }

  generate(request: LlmRequest): AsyncIterable<LlmEvent> {
    const { model, watch } = this;
    const begin = () => watch.begin({ signal: request.signal });
    return { [Symbol.asyncIterator]: () => new WatchedSpeech(() => model.generate(request), begin) };
  }
}

/**
 * What a model says, as it says it. An iterator of its own and no generator, because it is on the way of every token. The
 * call begins with the first look at it, and has succeeded only at its end: providers fail in mid-stream, too.
 */
class WatchedSpeech implements AsyncIterator<LlmEvent, void> {
  private events: AsyncIterator<LlmEvent, void> | undefined;
  private call: WatchedCall | undefined;

  constructor(
    private readonly speak: () => AsyncIterable<LlmEvent>,
    private readonly begin: () => WatchedCall,
  ) {}

  async next(): Promise<IteratorResult<LlmEvent, void>> {
    this.call ??= this.begin();
    try {
      this.events ??= this.speak()[Symbol.asyncIterator]();
      const next = await this.events.next();
      if (next.done || next.value.type === 'done') this.call.answered();
      return next;
    } catch (error) {
      this.call.threw(error);
      throw error;
    }
  }

  async return(): Promise<IteratorResult<LlmEvent, void>> {
    this.call?.abandoned();
    await this.events?.return?.();
    return { done: true, value: undefined };
  }
}

export function watchedEmbedding(model: EmbeddingModel, watch: ModelWatch): EmbeddingModel {
  return {
    name: model.name,
    provider: model.provider,
    embed: (request) => watch.call(() => model.embed(request), { signal: request.signal }),
  };
}

export function watchedReranker(model: Reranker, watch: ModelWatch): Reranker {
  return {
    name: model.name,
    provider: model.provider,
    rerank: (request) => watch.call(() => model.rerank(request), { signal: request.signal }),
  };
}

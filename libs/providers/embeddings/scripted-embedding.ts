import { type Concepts, conceptVector } from './concept-vectors';
import type { EmbeddingModel, EmbeddingRequest, Embeddings } from './embeddings.contract';

export interface EmbeddingScript {
  name?: string;
  /** Word or word group -> concept, e.g. `{ holiday: 'leave', vacation: 'leave', 'days off': 'leave' }`. */
  concepts?: Concepts;
  dimensions?: number;
}

const DIMENSIONS = 256;

/** A model for tests: texts that share concepts are near. Remembers what it was asked, and fails when it is told to. */
export class ScriptedEmbedding implements EmbeddingModel {
  readonly name: string;
  readonly provider = 'scripted';
  readonly requests: EmbeddingRequest[] = [];
  private readonly failures: Error[] = [];
  private lasting: Error | undefined;

  constructor(private readonly script: EmbeddingScript = {}) {
    this.name = script.name ?? 'scripted-embedding';
  }

  get calls(): number {
    return this.requests.length;
  }

  /** The next calls fail, one with each error. */
  failOnce(...errors: readonly Error[]): this {
    this.failures.push(...errors);
    return this;
  }

  /** All calls fail, until it is told `undefined`. */
  failWith(error: Error | undefined): this {
    this.lasting = error;
    return this;
  }

  async embed(request: EmbeddingRequest): Promise<Embeddings> {
    this.requests.push(request);
    request.signal?.throwIfAborted();
    const failure = this.failures.shift() ?? this.lasting;
    if (failure !== undefined) throw failure;
    const { concepts = {}, dimensions = DIMENSIONS } = this.script;
    const vectors = request.texts.map((text) => conceptVector(text, concepts, dimensions));
    const inputTokens = request.texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
    return { vectors, usage: { inputTokens } };
  }
}

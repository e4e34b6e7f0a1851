import type { Reranker, Reranking, RerankRequest } from './reranking.contract';

export interface RerankScript {
  name?: string;
  /** Otherwise the share of the query's words that the text has. */
  score?: (query: string, text: string) => number;
}

/** A rerank model for tests: scores as it is told to, remembers what it was asked, and fails when it is told to. */
export class ScriptedReranker implements Reranker {
  readonly name: string;
  readonly provider = 'scripted';
  readonly requests: RerankRequest[] = [];
  private readonly failures: Error[] = [];
  private lasting: Error | undefined;

  constructor(private readonly script: RerankScript = {}) {
    this.name = script.name ?? 'scripted-reranker';
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

  async rerank(request: RerankRequest): Promise<Reranking> {
    this.requests.push(request);
    request.signal?.throwIfAborted();
    const failure = this.failures.shift() ?? this.lasting;
    if (failure !== undefined) throw failure;
    const { score = commonWords } = this.script;
    return { scores: request.texts.map((text) => score(request.query, text)), searchUnits: 1 };
  }
}

function commonWords(query: string, text: string): number {
  const wanted = wordsOf(query);
  const given = new Set(wordsOf(text));
  return wanted.filter((word) => given.has(word)).length / Math.max(1, wanted.length);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

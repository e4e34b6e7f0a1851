/** Passages -> vectors in the database. The model is asked outside of any transaction. */
import { Injectable } from '@nestjs/common';
import type { ReadyEmbedding } from '#domain/models';
import { knowledgeErrors } from '../knowledge.errors';
import { embeddedText, textHash } from './embedded-text';
import {
  type EmbeddedPassage,
  type HashedPassage,
  type LackingPassage,
  PassageVectorsQueries,
  type VectorPlace,
} from './passage-vectors.queries';

export interface EmbeddingTask {
  place: VectorPlace;
  teamId: string;
  model: ReadyEmbedding['model'];
  signal: AbortSignal;
}

interface TextedPassage extends HashedPassage {
  text: string;
}

@Injectable()
export class PassageEmbedder {
  constructor(private readonly queries: PassageVectorsQueries) {}

  /** Returns the tokens that the model has read: none for texts that have been embedded in the team before. */
  async embed(task: EmbeddingTask, passages: readonly LackingPassage[]): Promise<number> {
    const texted = passages.map(textedPassage);
    const known = await this.queries.copyKnown(task.place, task.teamId, texted);
    const missing = texted.filter(({ seq }) => !known.has(seq));
    if (missing.length === 0) return 0;
    const { embedded, inputTokens } = await this.ask(task, missing);
    await this.queries.insert(task.place, embedded);
    return inputTokens;
  }

  /** Equal texts are asked for once. */
  private async ask({ place, model, signal }: EmbeddingTask, passages: readonly TextedPassage[]) {
    const texts = [...new Set(passages.map(({ text }) => text))];
    const { vectors, usage } = await model.embed({ texts, purpose: 'passage', signal });
    await this.checkDimensions(place, vectors);
    const byText = new Map(texts.map((text, at) => [text, vectors[at] as Float32Array]));
    const embedded = passages.map(
      ({ seq, hash, text }): EmbeddedPassage => ({ seq, hash, vector: byText.get(text) as Float32Array }),
    );
    return { embedded, inputTokens: usage.inputTokens };
  }

  /** Vectors of one space compare, or no search of it works any more. */
  private async checkDimensions({ spaceNumber }: VectorPlace, vectors: readonly Float32Array[]): Promise<void> {
    const dimensions = await this.queries.dimensionsOf(spaceNumber, vectors[0]?.length ?? 0);
    if (vectors.some((vector) => vector.length !== dimensions)) throw knowledgeErrors.dimensions_changed();
  }
}

function textedPassage(passage: LackingPassage): TextedPassage {
  const text = embeddedText(passage);
  return { seq: passage.seq, text, hash: textHash(text) };
}

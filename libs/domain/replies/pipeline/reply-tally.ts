import type { SearchOutcome } from '#domain/knowledge';
import type { LlmUsage } from '#providers/llm';
import type { FurtherUsage, ReplyShortfall } from '../replies.types';

/** What a reply has cost beside its text, and what it had to do without. */
export class ReplyTally {
  relatedPrompts: LlmUsage | undefined;
  unspoken: LlmUsage | undefined;
  private embeddingTokens = 0;
  private searchUnits = 0;
  private readonly known = new Map<string, ReplyShortfall>();

  get shortfalls(): readonly ReplyShortfall[] {
    return [...this.known.values()];
  }

  /** Undefined when nothing else was asked of any model. */
  get further(): FurtherUsage | undefined {
    const { relatedPrompts, unspoken, embeddingTokens, searchUnits } = this;
    const isNothing = !relatedPrompts && !unspoken && embeddingTokens === 0 && searchUnits === 0;
    if (isNothing) return undefined;
    return {
      ...(relatedPrompts === undefined ? {} : { relatedPrompts }),
      ...(unspoken === undefined ? {} : { unspoken }),
      ...(embeddingTokens === 0 ? {} : { embeddingTokens }),
      ...(searchUnits === 0 ? {} : { searchUnits }),
    };
  }

  add({ embeddingTokens, shortfalls }: SearchOutcome): void {
    this.embeddingTokens += embeddingTokens;
    for (const shortfall of shortfalls) this.fellShort(shortfall);
  }

  addSearchUnits(count: number): void {
    this.searchUnits += count;
  }

  fellShort(shortfall: ReplyShortfall): void {
    this.known.set(`${shortfall.reason} ${shortfall.modelId}`, shortfall);
  }
}

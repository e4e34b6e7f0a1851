import type { Reply, ReplyUsage } from '#domain/replies';

/** All that models have read and written for a reply. */
export function tokensOf({ usage, further = {} }: Pick<Reply, 'usage' | 'further'>): number {
  const { relatedPrompts, unspoken, embeddingTokens = 0 } = further;
  return sumOf(usage) + sumOf(relatedPrompts) + sumOf(unspoken) + embeddingTokens;
}

function sumOf(usage: ReplyUsage | undefined): number {
  return usage ? usage.inputTokens + usage.outputTokens : 0;
}

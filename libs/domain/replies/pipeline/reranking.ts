/** The second look by a rerank model of the team, in place of ours; when that fails, ours stands. */
import type { FoundPassage } from '#domain/knowledge';
import type { ReadyReranker } from '#domain/models';
import { AppError } from '#kernel';
import { inOrder, type Node } from './nodes';
import type { ReplyTally } from './reply-tally';

export interface RerankRequest {
  text: string;
  nodes: readonly Node[];
  signal?: AbortSignal | undefined;
}

export async function reranked(
  reranker: ReadyReranker,
  { text, nodes, signal }: RerankRequest,
  tally: ReplyTally,
): Promise<readonly Node[]> {
  if (nodes.length === 0) return nodes;
  try {
    const texts = nodes.map(({ passage }) => textOf(passage));
    const { scores, searchUnits } = await reranker.model.rerank({ query: text, texts, ...(signal ? { signal } : {}) });
    tally.addSearchUnits(searchUnits);
    return inOrder(nodes.map((node, at) => rescored(node, reranker.probabilityOf(scores[at] ?? 0))));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    tally.fellShort({ reason: 'rerank_unavailable', modelId: reranker.id, message: error.message });
    return nodes;
  }
}

function textOf({ title, section, body }: FoundPassage): string {
  return [title, section, body].filter((part) => part !== null && part !== '').join('\n');
}

function rescored(node: Node, score: number): Node {
  return { ...node, passage: { ...node.passage, score } };
}

import type { Application, Generation, LearningItem, LearningListRequest, Reversion, Written } from '../learning.types';
import type { LearningPreview } from '../preview/preview.types';
import type {
  AppliedLearning,
  LearningItemDto,
  LearningPlace,
  LearningPreviewDto,
  LearningQuery,
  RevertedLearningItem,
} from './learning.dto';

export function toListRequest({ type, source, status, page, limit }: LearningQuery): LearningListRequest {
  return { ...(type ? { type } : {}), ...(source ? { source } : {}), ...(status ? { status } : {}), page, limit };
}

export function toLearningItem(item: LearningItem): LearningItemDto {
  const { id, botId: chatbotId, type, source, status, appliedAt, written, createdAt, updatedAt } = item;
  return {
    id,
    chatbotId,
    type,
    source,
    status,
    data: dataOf(item),
    appliedAt: appliedAt?.toISOString() ?? null,
    appliedTo: written && placeOf(written),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

export function toReverted({ item, trainingSessionId }: Reversion): RevertedLearningItem {
  return { ...toLearningItem(item), ...(trainingSessionId === undefined ? {} : { trainingSessionId }) };
}

export function toApplied({
  applied,
  byType,
  skipped,
  knowledgeBaseIds,
  datasetIds,
  ...rest
}: Application): AppliedLearning {
  const { trainingSessionId, trainingPostponed, isMore } = rest;
  const results = {
    byType: { ...byType },
    skipped: [...skipped],
    knowledgeBaseIds: [...knowledgeBaseIds],
    datasetIds: [...datasetIds],
    ...(trainingSessionId === undefined ? {} : { trainingSessionId }),
    ...(trainingPostponed === undefined ? {} : { trainingPostponed }),
    isMore,
  };
  return { applied, results, message: appliedMessage(applied, skipped.length) };
}

export function generatedMessage({ items, newItems, turns, isBounded }: Generation): string {
  const seenAgain = items.length - newItems;
  const lookedAt = isBounded
    ? `The latest ${turns} messages were`
    : `${counted(turns, 'message was', 'messages were')}`;
  return `${lookedAt} looked at: ${counted(newItems, 'new item', 'new items')}, ${seenAgain} seen again.`;
}

export function toPreview({ changes, questions, items, skipped, model }: LearningPreview): LearningPreviewDto {
  return {
    changes: changes.map(({ because, ...change }) => ({ ...change, because: [...because] })),
    questions,
    items,
    skipped: [...skipped],
    model,
  };
}

function dataOf({ lesson, evidence, examples, exampleCount, comments }: LearningItem): Record<string, unknown> {
  const count = evidence.count ?? exampleCount;
  return {
    ...lesson,
    ...evidence,
    ...(count > 0 ? { count } : {}),
    ...(examples.length > 0 ? { examples } : {}),
    ...(comments.length > 0 ? { comments } : {}),
  };
}

function placeOf(written: Written): LearningPlace {
  if (written.kind === 'document') return { knowledgeBaseId: written.knowledgeBaseId, itemId: written.itemId };
  return { datasetId: written.datasetId, exampleIds: [...written.exampleIds] };
}

function appliedMessage(applied: number, skipped: number): string {
  const done = `${counted(applied, 'item was', 'items were')} applied.`;
  return skipped === 0 ? done : `${done} ${counted(skipped, 'item was', 'items were')} skipped.`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Which documents replies rest on, and which they never do. */
import { DAY_MS } from '#kernel';
import type { KnownDocument } from '../insights.queries';
import type { Insight, InsightItem } from '../insights.types';
import type { SampledTurn } from '../turn-sample.service';
import { counted, finding, tally } from './finding';

export interface UsedDocument extends KnownDocument {
  replies: number;
  /** Of the replies that rest on something. */
  share: number;
}

/** Of few replies nothing follows about what nobody asks for. */
export const LEAST_REPLIES = 50;
/** A document that so many of the replies rest on is more than one should be. */
const overusedShare = 0.35;
/** With fewer, each is bound to be named often. */
const leastDocuments = 5;
/** It had the chance to be named. */
export const LEAST_AGE_MS = 7 * DAY_MS;
export const SHOWN_DOCUMENTS = 20;

/** Documents by how many replies name them, the most named first. */
export function namedDocuments(turns: readonly SampledTurn[]): [documentId: string, replies: number][] {
  const named = turns.flatMap(({ documentIds }) => [...new Set(documentIds)]);
  return tally(named, (id) => id);
}

export function groundedReplies(turns: readonly SampledTurn[]): number {
  return turns.filter(({ documentIds }) => documentIds.length > 0).length;
}

/** Ids of those that may be named too often. */
export function overusedIds(
  named: readonly (readonly [string, number])[],
  replies: number,
  documents: number,
): string[] {
  if (replies < LEAST_REPLIES || documents < leastDocuments) return [];
  return named.filter(([, count]) => count >= overusedShare * replies).map(([id]) => id);
}

export function unusedInsight(total: number, documents: readonly KnownDocument[], replies: number, now: Date): Insight {
  return finding({
    id: 'unused-documents',
    title: 'Unused documents',
    text: unusedText(total, replies),
    current: total,
    items: documents.map((document) => documentItem(document, now)),
  });
}

function unusedText(total: number, replies: number): string {
  if (replies < LEAST_REPLIES) {
    return `${counted(replies, 'reply rests', 'replies rest')} on documents: too few to call any of the others unused.`;
  }
  if (total === 0) return `Every document was named by one of ${counted(replies, 'reply', 'replies')} at least.`;
  return `${counted(total, 'document was', 'documents were')} named by none of ${counted(replies, 'reply', 'replies')}.`;
}

export function overusedInsight(documents: readonly UsedDocument[], now: Date): Insight {
  const [first] = documents;
  return finding({
    id: 'overused-documents',
    title: 'Overused documents',
    text:
      first === undefined
        ? 'No document stands behind an uncommon part of the replies.'
        : `${Math.round(first.share * 100)} % of the replies rest on "${first.title}". Documents about less give more exact answers.`,
    current: documents.length,
    items: documents.map(({ replies, share, ...document }) => ({ ...documentItem(document, now), replies, share })),
  });
}

function documentItem({ baseId, createdAt, updatedAt, ...document }: KnownDocument, now: Date): InsightItem {
  return {
    ...document,
    knowledgeBaseId: baseId,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    ageDays: Math.floor((now.getTime() - createdAt.getTime()) / DAY_MS),
  };
}

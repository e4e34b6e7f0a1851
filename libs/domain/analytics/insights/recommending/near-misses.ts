/** Whether what is asked has answers that the threshold of relevance keeps back. */
import type { BotConfiguration } from '#domain/bots';
import type { UnansweredCluster } from '../findings/unanswered';
import type { BotBase } from '../insights.queries';

export interface NearMisses {
  /** What applies now, and what would let the answers through. */
  current: number;
  threshold: number;
  /** Whether the bot's configuration sets it, else its bases do. */
  isOfBot: boolean;
  /** Messages that would be answered. */
  turns: number;
  examples: readonly string[];
}

/** How much lower is tried, the least first; below the least threshold next to anything is an answer. */
const steps = [0.1, 0.2];
const leastThreshold = 0.4;
/** Messages, and the part of all without an answer, that make it worth the wrong answers that come along. */
const leastTurns = 5;
const leastShare = 0.1;
const CHECKED = 20;
const EXAMPLES = 5;

/** @param answersAt whether the knowledge would answer a text with that threshold; null when that cannot be told */
export async function nearMissesOf(
  { minN }: BotConfiguration,
  bases: readonly BotBase[],
  clusters: readonly UnansweredCluster[],
  answersAt: (text: string, threshold: number) => Promise<boolean | null>,
): Promise<NearMisses | undefined> {
  const active = bases.filter(({ isActive }) => isActive).map(({ relevanceThreshold }) => relevanceThreshold);
  const current = minN ?? Math.min(...active);
  const missed = clusters.slice(0, CHECKED).filter(({ isAnsweredNow }) => isAnsweredNow === false);
  const total = clusters.reduce((sum, { count }) => sum + count, 0);
  if (!Number.isFinite(current)) return undefined;
  for (const step of steps) {
    const threshold = Math.round((current - step) * 100) / 100;
    if (threshold < leastThreshold) return undefined;
    const found: UnansweredCluster[] = [];
    for (const cluster of missed) if (await answersAt(cluster.question, threshold)) found.push(cluster);
    const turns = found.reduce((sum, { count }) => sum + count, 0);
    if (turns < Math.max(leastTurns, leastShare * total)) continue;
    const examples = found.slice(0, EXAMPLES).map(({ question }) => question);
    return { current, threshold, isOfBot: minN !== undefined, turns, examples };
  }
  return undefined;
}

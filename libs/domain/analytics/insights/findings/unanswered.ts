/** What users asked and the bot could not answer. */
import type { Insight } from '../insights.types';
import type { SampledTurn } from '../turn-sample.service';
import { counted, finding } from './finding';
import { type AskedQuestion, type ClusteredQuestions, clusteredQuestions } from './question-clusters';

export interface UnansweredQuestion extends AskedQuestion {
  confidence: number | null;
}

export interface UnansweredCluster extends ClusteredQuestions<UnansweredQuestion> {
  /** The knowledge has got an answer since; null when that was not looked at. */
  isAnsweredNow: boolean | null;
}

/** The latest: clustering so many takes two seconds of work, in small steps. */
const MAX_CLUSTERED = 2_000;
const SHOWN = 20;
/** Only the weightiest are looked up again. */
const CHECKED = 20;
const SHOWN_REPLIES = 20;

export function unansweredQuestions(turns: readonly SampledTurn[]): UnansweredQuestion[] {
  const unanswered = turns.filter(({ isGrounded, isSmallTalk }) => !isGrounded && !isSmallTalk);
  return unanswered.map(({ messageId, text, userRef, conversationId, askedAt, confidence }) => ({
    id: messageId,
    text,
    userRef,
    conversationId,
    at: askedAt,
    confidence,
  }));
}

/** @param answersNow whether the knowledge would answer a text by now */
export async function unansweredClusters(
  questions: readonly UnansweredQuestion[],
  answersNow: (text: string) => Promise<boolean | null>,
): Promise<UnansweredCluster[]> {
  const clusters = await clusteredQuestions(questions.slice(0, MAX_CLUSTERED));
  const found: UnansweredCluster[] = [];
  for (const [at, cluster] of clusters.entries()) {
    const isAnsweredNow = at < CHECKED ? await answersNow(cluster.question) : null;
    found.push({ ...cluster, isAnsweredNow });
  }
  return found;
}

export function unansweredInsight(
  questions: readonly UnansweredQuestion[],
  clusters: readonly UnansweredCluster[],
  turnCount: number,
): Insight {
  return finding({
    id: 'unanswered-questions',
    title: 'Unanswered questions',
    text: textOf(questions.length, clusters),
    current: questions.length,
    items: clusters.slice(0, SHOWN).map(({ asked, ...cluster }) => ({
      ...cluster,
      share: cluster.count / Math.max(1, turnCount),
      firstAskedAt: cluster.firstAskedAt.toISOString(),
      lastAskedAt: cluster.lastAskedAt.toISOString(),
      replyIds: asked.slice(0, SHOWN_REPLIES).map(({ id }) => id),
    })),
  });
}

function textOf(count: number, clusters: readonly UnansweredCluster[]): string {
  const [first] = clusters;
  if (count === 0) return 'Nothing that was asked in this period went without an answer.';
  const all = `${counted(count, 'message')} found no answer in the knowledge`;
  if (first === undefined || first.count < 2) return `${all}, each about something else.`;
  return `${all}. What was asked most, ${counted(first.count, 'time')}: "${first.question}"`;
}
